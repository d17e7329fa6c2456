import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keptPredictions } from "../../src/leaderboard/keptPredictions.js";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  path = join(folder, "net.predictions");
});
afterEach(() => rmSync(folder, { recursive: true }));

const identity = { model: "net", key: "00ff", cases: "a".repeat(64), parameters: "b".repeat(64), backend: "tfjs-cpu" };
const predictions = [{ logLikelihood: 0.1, ensemble: [[[1, null]]] }, { logLikelihood: null, ensemble: [[[-1e-300, 2]]] }];
const never = (): never => {
  throw new Error("made again");
};

it("makes predictions once", async () => {
  expect(await keptPredictions(path, identity, async () => predictions)).toBe(predictions);
  let found = 0;
  expect(await keptPredictions(path, identity, never, () => found++)).toEqual(predictions);
  expect(found).toBe(1);
});

it("keeps none that would come back as others, and none that fail", async () => {
  for (const odd of [[NaN], [-0], [Float64Array.of(1)], [undefined]]) expect(await keptPredictions<unknown>(path, identity, () => odd)).toBe(odd);
  await expect(keptPredictions(path, identity, never)).rejects.toThrow("made again");
  expect(readdirSync(folder)).toEqual([]);
});

it.each(["model", "key", "cases", "parameters", "backend"] as const)("refuses predictions with other %s, and leaves them", async (name) => {
  await keptPredictions(path, identity, () => predictions);
  const bytes = readFileSync(path);
  const other = { ...identity, [name]: "c".repeat(64) };
  const message = expect.stringMatching(`^${path} holds predictions with other ${name} \\(.+, not cccccccc…\\): move it away to predict anew, or name another folder$`) as string;
  await expect(keptPredictions(path, other, never)).rejects.toThrow(expect.objectContaining({ name: "BadCheckpoint", message }));
  expect(readFileSync(path)).toEqual(bytes);
});

it.each([
  ["truncated", (bytes: Buffer) => bytes.subarray(0, -1), /net\.predictions is truncated: it has \d+ of \d+ bytes: move it away/],
  ["changed", (bytes: Buffer) => (bytes[bytes.length - 2]++, bytes), /does not have the digest/],
  ["of another kind", () => Buffer.from("{}\n"), /is no file of predictions of simverdict: move it away/],
])("refuses a file that is %s", async (_, change, why) => {
  await keptPredictions(path, identity, () => predictions);
  writeFileSync(path, change(readFileSync(path)));
  await expect(keptPredictions(path, identity, never)).rejects.toThrow(why);
});
