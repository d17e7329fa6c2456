import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type TheoremRecord, verdictsRecord } from "../harness/record.js";
import { readRecord } from "../harness/recordFile.js";
import { EXIT } from "./exitCode.js";
import { run } from "./execute.js";
import { filterPattern } from "./filterPattern.js";
import type { SpecOptions } from "./runOptions.js";
import { openTerminal } from "./terminal.js";
import { UsageError } from "./usageError.js";

/** Options of `simverdict replay`. */
export interface ReplayOptions {
  readonly filter?: string;
  readonly from: string;
  readonly jobs?: string;
}

/**
 * `simverdict replay`: run recorded theorems again under their recorded identity, and compare every number.
 *
 * @param patterns the spec files that were run, as globs; the package's own theorems when empty
 * @param options the record, and which of its theorems
 * @returns 0 when every number is equal; 1 when one differs; 4 when a spec has changed since it was recorded
 * @throws UsageError if no recorded theorem matches; BadRecordFile if the record cannot be read
 */
export async function replay(patterns: readonly string[], options: ReplayOptions): Promise<number> {
  const path = resolve(options.from);
  const record = await readRecord(path, verdictsRecord);
  const { seed, tier, alpha, backend } = record.run;
  const matches = filterPattern(options.filter ?? "");
  const recorded = record.theorems.filter(({ id }) => matches.test(id));
  if (recorded.length === 0) {
    const ids = record.theorems.map(({ id }) => id).join(", ") || "none";
    throw new UsageError(`no theorem in ${options.from} matches --filter "${options.filter ?? ""}"; recorded: ${ids}`);
  }
  const terminal = openTerminal(process.stdout);
  const again: SpecOptions = {
    seed: String(seed),
    tier,
    alpha: String(alpha),
    jobs: options.jobs ?? String(availableParallelism()),
    ...(options.filter === undefined ? {} : { filter: options.filter }),
    ...(backend === null ? {} : { backend }),
  };
  const { theorems, failures } = await run("verify", patterns, again, terminal);
  terminal.print(failures.map(({ file, message }) => `failed: ${file}: ${message}`));
  let code: number = failures.length > 0 ? EXIT.failed : EXIT.ok;
  for (const old of recorded) {
    const found = theorems.find(({ id }) => id === old.id);
    const [outcome, worst] = compare(old, found);
    terminal.print([`${old.id}: ${outcome}`]);
    code = Math.max(code, worst);
  }
  return code;
}

/** What a replay says of one theorem, and the exit code that this alone would give. */
function compare(old: TheoremRecord, found: TheoremRecord | undefined): readonly [string, number] {
  if (found === undefined) return ["not found any more", EXIT.failed];
  const findings = ({ claims, falsifiers, verdict }: TheoremRecord): unknown => ({ claims, falsifiers, verdict });
  if (isDeepStrictEqual(findings(old), findings(found))) return ["replayed, every number equal", EXIT.ok];
  if (old.specHash !== found.specHash) return ["the spec has changed since it was recorded, and so have its numbers", EXIT.integrity];
  return ["the numbers differ: the code or the machine is not the recorded one", EXIT.failed];
}
