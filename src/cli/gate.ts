import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type LedgerEntry, ledgerEntries } from "../harness/ledgerEntry.js";
import type { AccumulatedEvidence } from "../harness/ledgerEvidence.js";
import { appendLedger, readLedger } from "../harness/ledgerFile.js";
import { ensureWritable, writeRecord, writeText } from "../harness/recordFile.js";
import { baseFolderOf, readRecords, writeRecords } from "../leaderboard/gate/baseFolder.js";
import { checkComparable } from "../leaderboard/gate/checkComparable.js";
import { gateRecord } from "../leaderboard/gate/gateRecord.js";
import { parseMargins, type Margins } from "../leaderboard/gate/margins.js";
import { restricted } from "../leaderboard/gate/restricted.js";
import { gateAnnotations } from "../report/gateAnnotations.js";
import { gateMarkdown } from "../report/gateMarkdown.js";
import { gateSuites } from "../report/gateSuites.js";
import { gateLines } from "../report/gateText.js";
import { junitXml } from "../report/junitXml.js";
import { EXIT } from "./exitCode.js";
import { filterPattern } from "./filterPattern.js";
import { gateFindings } from "./gateFindings.js";
import { gateRun, splitPatterns } from "./gateRun.js";
import { type AskedSettings, gateSettings, measureWords } from "./gateSettings.js";
import { commitOf, openTree } from "./gateTree.js";
import { wantedOf } from "./measure.js";
import { packageVersion } from "./packageRoot.js";
import { settingsOf } from "./runOptions.js";
import { specPlace } from "./specPlace.js";
import { tellGithub } from "./tellGithub.js";
import { UsageError } from "./usageError.js";
import { writableFile } from "./writableFile.js";

/** Options of `simverdict gate`. */
export interface GateOptions extends AskedSettings {
  readonly base: string;
  readonly records?: string;
  readonly out: string;
  readonly junit?: string;
  readonly margin?: string;
  readonly only?: string;
  /** The ledger whose evidence counts, and to which that of this run is appended. */
  readonly ledger?: string;
}

/**
 * `simverdict gate --base <folder, file or git ref>`: compare what theorems and boards find now with what they found before.
 *
 * @param patterns spec and board files as globs; the package's own when empty
 * @param options the command's options
 * @returns 0 when nothing got worse, else 1
 * @throws UsageError if an option is malformed or there is nothing to compare; BadBase if the base cannot be compared, or
 *   (integrity) is not what it was; BadRecordFile if a record cannot be read or written
 */
export async function gate(patterns: readonly string[], options: GateOptions): Promise<number> {
  const margins = marginsOf(options.margin);
  const kinds = wantedOf(options.only);
  const out = resolve(options.out);
  const path = baseFolderOf(resolve(options.base));
  if (path === out || resolve(options.base) === out) throw new UsageError(`--out is the base, ${options.base}: choose another folder`);
  const isStored = existsSync(path);
  const commit = isStored ? undefined : commitOf(options.base);
  if (!isStored && commit === undefined) throw new UsageError(`there is no folder, file or git ref "${options.base}": make a base with simverdict gate --base ${options.base} --update-base --reason "first base"`);
  const stored = isStored ? await readRecords(path) : undefined;
  const named = options.records === undefined ? undefined : await readRecords(resolve(options.records));
  const how = gateSettings(options, stored ?? named);
  const { settings, blocks } = how;
  settingsOf(settings, "verify");
  ensureWritable(out);
  const junit = options.junit === undefined ? undefined : writableFile("--junit", options.junit);
  const ledger = options.ledger === undefined ? undefined : writableFile("--ledger", options.ledger);
  const earlier = ledger === undefined ? [] : await ledgerBefore(ledger, named !== undefined);
  const stream = options.json ? process.stderr : process.stdout;
  const startedAt = new Date().toISOString();

  const wanted = { ids: filterPattern(settings.filter ?? ""), ...kinds };
  const tree = commit === undefined ? null : openTree(commit);
  if (tree !== null) stream.write(`first the base, ${options.base} (${tree.commit.slice(0, 12)})\n`);
  try {
    const records = stored ?? (await tree!.records([...measureWords(how, options.only), "--", ...patterns]));
    const base = restricted(records, wanted);
    const has = { theorems: base.verdicts !== null, boards: base.scores !== null };
    const files = splitPatterns(patterns);
    if (!has.theorems && !has.boards) throw new UsageError("the base holds nothing that --filter and --only ask for: nothing to compare");
    for (const [kind, other] of [["theorems", "boards"], ["boards", "theorems"]] as const) {
      if (named === undefined && has[kind] && files[kind] === undefined) throw new UsageError(`the base has ${kind}, and no file of theirs is named: name them, or say --only ${other}`);
    }
    const current = named === undefined ? await gateRun({ patterns, options: settings, blocks, ...has, allowNone: false, stream }) : restricted(named, wanted);
    checkComparable(base, current, { sameVersion: tree === null });
    const freshSeed = seedOf([commit ?? records.sha, commitOf("HEAD") ?? "", settings.seed]);
    const again = named === undefined ? { patterns, settings, blocks: { ...blocks, reserved: `gate/${freshSeed}` }, freshSeed, tree, stream, ledger: earlier } : null;
    const found = await gateFindings(base, current, { margins, alpha: Number(settings.alpha), again });
    if (ledger !== undefined) await appendLedger(ledger, found.runs.flatMap(ledgerEntries));
    const notes = [...notesOf(has, wanted, files, isStored), ...(ledger === undefined ? [] : [ledgerNote(options.ledger!, found.evidence)])];
    const record = gateRecord.parse({
      schema: "simverdict/gate@1",
      tier: settings.tier,
      seed: Number(settings.seed),
      alpha: Number(settings.alpha),
      version: packageVersion(),
      base: { name: options.base, commit: commit ?? (records.verdicts ?? records.scores)?.run.commit ?? null, sha: records.sha, confirmation: found.confirmation },
      ...found.result,
      notes,
    });
    const file = join(out, "gate.json");
    if (named === undefined) await writeRecords(out, current);
    await writeRecord(file, gateRecord, record);
    await writeText(join(out, "GATE.md"), gateMarkdown(record));
    if (junit !== undefined) await writeText(junit, junitXml(gateSuites(record), startedAt));
    stream.write(`\n${gateLines(record).join("\n")}\nrecord in ${relative(process.cwd(), file)}\n`);
    const news = () => ({ annotations: gateAnnotations(record, specPlace), summary: gateMarkdown(record) });
    await tellGithub(news, (lines) => void stream.write(`${lines.join("\n")}\n`), process.env);
    if (options.json) process.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
    return record.verdict === "pass" ? EXIT.ok : EXIT.failed;
  } finally {
    tree?.remove();
  }
}

/** The lines of a ledger that is there already. */
async function ledgerBefore(path: string, compares: boolean): Promise<readonly LedgerEntry[]> {
  if (compares) throw new UsageError("--ledger needs runs of its own, and --records compares existing ones: leave one out");
  if (!existsSync(path)) return [];
  const { entries, problems } = await readLedger(path);
  const [problem] = problems;
  if (problem !== undefined) throw new UsageError(`line ${problem.line} of ${relative(process.cwd(), path)} cannot be read (${problem.message}): remove it, or leave out --ledger`);
  return entries;
}

/** How much more the runs of unchanged specs say together. */
function ledgerNote(name: string, evidence: readonly AccumulatedEvidence[]): string {
  const counts = [...new Set(evidence.map(({ verdict }) => verdict))].map((verdict) => `${evidence.filter((one) => one.verdict === verdict).length} ${verdict}`);
  return `${name}: more than one run speaks of ${evidence.length} claim${evidence.length === 1 ? "" : "s"} of unchanged specs${counts.length === 0 ? "" : `, together ${counts.join(", ")}`}`;
}

function marginsOf(text: string | undefined): Margins {
  const said = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error));
    }
  };
  const margins = said(() => parseMargins(text ?? ""));
  return (metric) => said(() => margins(metric));
}

/** What the base says nothing of, although files of that kind are there now. */
function notesOf(has: { theorems: boolean; boards: boolean }, wanted: { theorems: boolean; boards: boolean }, files: ReturnType<typeof splitPatterns>, isStored: boolean): string[] {
  const how = isStored ? ": simverdict gate --update-base makes a base that has them" : "";
  return [
    ...(!has.theorems && wanted.theorems && files.theorems !== undefined ? [`the base has no verdicts, so theorems were not compared${how}`] : []),
    ...(!has.boards && wanted.boards && files.boards !== undefined ? [`the base has no scores case by case, so boards were not compared${how}`] : []),
  ];
}

/** A seed that nobody has trained or tested under before this base and this commit met; equal ones give an equal one. */
function seedOf(parts: readonly string[]): number {
  return createHash("sha256").update(JSON.stringify(parts)).digest().readUInt32BE(0);
}
