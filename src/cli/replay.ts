import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { modelIdentity } from "../harness/modelUnderTest.js";
import { type TheoremRecord, verdictsRecord } from "../harness/record.js";
import { readRecord } from "../harness/recordFile.js";
import { EXIT } from "./exitCode.js";
import { run } from "./execute.js";
import { filterPattern } from "./filterPattern.js";
import { modelFile } from "./modelUnderTest.js";
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
 * @param patterns the spec files that were run, as globs; those of the record when empty
 * @param options the record, and which of its theorems
 * @returns 0 when every number is equal; 1 when one differs; 4 when a spec or the model under test has changed since it was recorded
 * @throws UsageError if no recorded theorem matches, or the package's and the caller's theorems are mixed; BadRecordFile if the record cannot be read
 */
export async function replay(patterns: readonly string[], options: ReplayOptions): Promise<number> {
  const path = resolve(options.from);
  const record = await readRecord(path, verdictsRecord);
  const { mode, seed, tier, alpha, backend } = record.run;
  const matches = filterPattern(options.filter ?? "");
  const recorded = record.theorems.filter(({ id }) => matches.test(id));
  if (recorded.length === 0) {
    const ids = record.theorems.map(({ id }) => id).join(", ") || "none";
    throw new UsageError(`no theorem in ${options.from} matches --filter "${options.filter ?? ""}"; recorded: ${ids}`);
  }
  const files = [...new Set(recorded.map(({ file }) => file))];
  const searched = patterns.length > 0 ? patterns : files.filter((file) => file !== null);
  if (patterns.length === 0 && files.length > searched.length && searched.length > 0) {
    throw new UsageError(`${options.from} mixes theorems of the package and of ${searched.join(", ")}: replay them apart, by pattern`);
  }
  const [judged] = recorded.flatMap(({ model }) => model ?? []);
  if (judged !== undefined) {
    const { sha256 } = modelIdentity(modelFile(judged.path, {})!);
    if (sha256 !== judged.sha256) {
      process.stderr.write(`simverdict: the model ${judged.path} has changed since it was recorded; nothing was run\n`);
      return EXIT.integrity;
    }
  }
  const terminal = openTerminal(process.stdout);
  const again: SpecOptions = {
    seed: String(seed),
    tier,
    alpha: String(alpha),
    jobs: options.jobs ?? String(availableParallelism()),
    ...(backend === null ? {} : { backend }),
    ...(judged === undefined ? {} : { model: judged.path }),
  };
  const exactly = new RegExp(`^(?:${recorded.map(({ id }) => id.replaceAll(".", "\\.")).join("|")})$`);
  const { theorems, failures } = await run(mode, searched, again, terminal, exactly);
  terminal.print(failures.map(({ file, message }) => `failed: ${file}: ${message}`));
  let code: number = failures.length > 0 ? EXIT.failed : EXIT.ok;
  for (const old of recorded) {
    const [outcome, worst] = compare(old, theorems.find(({ id }) => id === old.id));
    terminal.print([`${old.id}: ${outcome}`]);
    code = Math.max(code, worst);
  }
  return code;
}

/** What a replay says of one theorem, and the exit code that this alone would give. */
function compare(old: TheoremRecord, found: TheoremRecord | undefined): readonly [string, number] {
  if (found === undefined) return ["not found any more", EXIT.failed];
  const findings = ({ claims, falsifiers, verdict }: TheoremRecord): unknown => ({ claims, falsifiers, verdict });
  const difference = firstDifference(findings(old), findings(found));
  if (old.specHash !== found.specHash) {
    return [`the spec has changed since it was recorded; ${difference ?? "every number is equal"}`, EXIT.integrity];
  }
  if (difference === undefined) return ["replayed, every number equal", EXIT.ok];
  return [`the numbers differ, so the code or the machine is not the recorded one; ${difference}`, EXIT.failed];
}

/** Where two JSON values first differ, in words; undefined if they are equal. */
function firstDifference(old: unknown, found: unknown, path = ""): string | undefined {
  if (isDeepStrictEqual(old, found)) return undefined;
  if (typeof old !== "object" || typeof found !== "object" || old === null || found === null) {
    return `${path.slice(1)} was ${JSON.stringify(old)} and is ${JSON.stringify(found)}`;
  }
  const names = new Set([...Object.keys(old), ...Object.keys(found)]);
  for (const name of names) {
    const difference = firstDifference((old as Record<string, unknown>)[name], (found as Record<string, unknown>)[name], `${path}.${name}`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}
