import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readRecord } from "../harness/recordFile.js";
import type { Settings } from "../harness/settings.js";
import { BadSubmission } from "../leaderboard/submission/badSubmission.js";
import { type Order, outcomeFile, outcomeSchema, type SubmitOrder } from "../leaderboard/submission/order.js";
import { moduleSetup } from "../leaderboard/submission/submittedModule.js";
import { killChildProcesses } from "./childProcesses.js";
import { idPattern } from "./filterPattern.js";
import { OWN_BOARDS } from "./ownFiles.js";
import { runSpecs } from "./runSpecs.js";
import { openTerminal } from "./terminal.js";
import { UsageError } from "./usageError.js";

/** An order, and the leaderboard that is to carry it out. */
export interface OrderRun {
  readonly order: Order;
  /** The task's id. */
  readonly task: string;
  readonly settings: Settings;
  /** Board files as globs; the package's own when empty. */
  readonly boards: readonly string[];
  readonly backend: string | undefined;
  /** A submitted module, by its absolute path. */
  readonly module?: string;
}

/**
 * Have the leaderboard of a task carry out an order, in a worker as `simverdict bench` would run it.
 *
 * @param run the order and where it goes
 * @throws UsageError if there is no such task, or its leaderboard ended in an error; BadSubmission if it was refused
 */
export async function runOrder({ order, task, settings, boards, backend, module }: OrderRun): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "simverdict-order-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    const file = join(folder, "order.json");
    writeFileSync(file, JSON.stringify(order));
    const setup = join(folder, "module.ts");
    if (module !== undefined) writeFileSync(setup, moduleSetup(module));
    const terminal = openTerminal(process.stderr);
    const watch = order.do === "submit" ? endLate(order) : undefined;
    const { ids, failures } = await runSpecs({
      settings,
      own: OWN_BOARDS,
      patterns: boards,
      filter: idPattern([task]),
      jobs: 1,
      backend,
      environment: { SIMVERDICT_ORDER: file },
      progress: terminal,
      ...(module === undefined ? {} : { setup }),
    }).finally(() => {
      terminal.close();
      watch?.stop();
    });
    if (watch?.isLate() === true) throw new BadSubmission(`the submission did not answer within ${watch.seconds} s`);
    if (existsSync(outcomeFile(file))) {
      const { refused } = await readRecord(outcomeFile(file), outcomeSchema);
      if (refused !== null) throw new BadSubmission(refused.message, refused.integrity);
      return;
    }
    if (failures.length > 0 && module !== undefined) throw new BadSubmission(`with the submitted module: ${failures[0].message}`);
    if (failures.length > 0) throw new UsageError(`${failures[0].file}: ${failures[0].message}`);
    const known = `${ids.slice(0, 4).join(", ")}${ids.length > 4 ? ", …" : ""}`;
    throw new UsageError(`there is no task "${task}"; ${ids.length === 0 ? "no board file was found" : `there are ${known}`}`);
  } finally {
    remove();
    process.off("exit", remove);
  }
}

/** How long past its time a submission is left to end by itself, with a better message. */
const GRACE_MS = 2000;

/** Ends the workers once a submission has been asked for too long, as a model does that computes without a pause. */
function endLate({ asking, limits: { seconds } }: SubmitOrder): { readonly stop: () => void; readonly isLate: () => boolean; readonly seconds: number } {
  let since: number | undefined;
  let late = false;
  const timer = setInterval(() => {
    if (!existsSync(asking)) since = undefined;
    else if (Date.now() - (since ??= Date.now()) > seconds * 1000 + GRACE_MS) {
      late = true;
      killChildProcesses();
    }
  }, 250);
  return { stop: () => clearInterval(timer), isLate: () => late, seconds };
}
