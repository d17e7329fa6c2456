import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { errorBound } from "../src/harness/errorBound.js";
import { verdictsRecord } from "../src/harness/record.js";
import { writeRecord, writeText } from "../src/harness/recordFile.js";
import { leaderboardRecord } from "../src/leaderboard/record.js";
import { leaderboardMarkdown } from "../src/report/leaderboardMarkdown.js";
import { verdictsMarkdown } from "../src/report/verdictsMarkdown.js";

/**
 * Puts theorems or boards that were run anew into the record of a whole run, each with the commit that it comes from: what
 * one theorem or board finds does not depend on what else runs beside it. Both runs must be of one identity.
 *
 * tsx scripts/referencePart.ts <whole>/verdicts.json|leaderboard.json <part> …
 */
type Run = { readonly seed: number; readonly tier: string; readonly version: string; readonly commit: string | null; readonly durationMs: number };

const [whole, ...parts] = process.argv.slice(2);
if (whole === undefined || parts.length === 0) throw new Error("usage: tsx scripts/referencePart.ts <record of the whole run> <record of a part> ...");
const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const beside = (name: string): string => fileURLToPath(new URL(name, `file://${fileURLToPath(new URL(whole, `file://${process.cwd()}/`))}`));

function requireSame(a: Run & { readonly alpha?: number }, b: Run & { readonly alpha?: number }, path: string): void {
  for (const name of ["seed", "tier", "version", "alpha"] as const) {
    if (a[name] !== b[name]) throw new Error(`${path}: ${name} is ${String(b[name])}, and ${String(a[name])} in the whole run`);
  }
}

/** Those of the whole run, the parts in place of those with their names, in the order of names. */
function replaced<T extends { readonly id: string; readonly commit?: string | undefined }>(old: readonly T[], found: readonly T[], commit: string | null): T[] {
  const byId = new Map(old.map((each) => [each.id, each]));
  for (const each of found) byId.set(each.id, { ...each, ...(commit !== null && { commit }) });
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

if (whole.endsWith("leaderboard.json")) {
  let record = leaderboardRecord.parse(read(whole));
  for (const path of parts) {
    const part = leaderboardRecord.parse(read(path));
    requireSame(record.run, part.run, path);
    record = { ...record, boards: replaced(record.boards, part.boards, part.run.commit) };
  }
  await writeRecord(whole, leaderboardRecord, record);
  await writeText(beside("LEADERBOARD.md"), leaderboardMarkdown(record));
} else {
  let record = verdictsRecord.parse(read(whole));
  for (const path of parts) {
    const part = verdictsRecord.parse(read(path));
    requireSame(record.run, part.run, path);
    const theorems = replaced(record.theorems, part.theorems, part.run.commit);
    const { claims, falsifiers, bound } = errorBound(theorems);
    record = { ...record, theorems, run: { ...record.run, errorBound: bound, decisions: { claims, falsifiers } } };
  }
  await writeRecord(whole, verdictsRecord, record);
  await writeText(beside("REPORT.md"), verdictsMarkdown(record));
}
