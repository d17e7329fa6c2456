import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readRecord } from "../harness/recordFile.js";
import type { Measurement } from "../leaderboard/gate/measureTask.js";
import { scoredTask, type ScoresRecord } from "../leaderboard/gate/scoresRecord.js";
import { nothingFound } from "./nothingFound.js";
import { OWN_BOARDS } from "./ownFiles.js";
import { packageCommit, packageVersion } from "./packageRoot.js";
import { filterOf, jobsOf, settingsOf, type SpecOptions } from "./runOptions.js";
import { runSpecs } from "./runSpecs.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usageError.js";

/**
 * Have every entry of boards scored case by case, on the public and on reserved cases.
 *
 * @param patterns board files as globs; the package's own when empty
 * @param options which boards, seed, tier, jobs, backend
 * @param blocks how many cases, and the name of the reserved draw
 * @param terminal where progress is shown; closed at the end
 * @param filter the tasks, where it is not `--filter` that says so
 * @returns the scores, with what failed to load or run
 * @throws UsageError if an option is malformed, nothing matches, or the boards use a simverdict that cannot measure
 */
export async function measureBoards(
  patterns: readonly string[],
  options: SpecOptions,
  blocks: Omit<Measurement, "folder">,
  terminal: Terminal,
  filter: RegExp | undefined = filterOf(options),
): Promise<ScoresRecord> {
  const settings = settingsOf(options, "verify");
  const jobs = jobsOf(options);
  const startedAt = new Date();
  const folder = mkdtempSync(join(tmpdir(), "simverdict-measure-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    const environment = { SIMVERDICT_MEASURE: JSON.stringify({ folder, ...blocks }) };
    const { backend } = options;
    const outcome = await runSpecs({ settings, own: OWN_BOARDS, patterns, filter, jobs, backend, environment, progress: terminal }).finally(() => terminal.close());
    if (outcome.boards.length > 0) throw new UsageError("the simverdict that these boards use does not score case by case: its gate came later");
    const tasks = await Promise.all(readdirSync(folder).map((name) => readRecord(join(folder, name), scoredTask)));
    if (tasks.length === 0 && outcome.failures.length === 0) throw nothingFound(outcome, patterns.length > 0 ? patterns : [OWN_BOARDS], options);
    tasks.sort((a, b) => (a.task.id < b.task.id ? -1 : 1));
    return {
      schema: "simverdict/scores@1",
      run: {
        seed: settings.seed,
        tier: settings.tier,
        backend: tasks.find((task) => task.backend !== null)?.backend ?? null,
        version: packageVersion(),
        commit: packageCommit(),
        node: process.version,
        startedAt: startedAt.toISOString(),
        durationMs: Date.now() - startedAt.getTime(),
      },
      ...blocks,
      tasks,
      failures: outcome.failures,
    };
  } finally {
    remove();
    process.off("exit", remove);
  }
}
