import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fileCheckpoints } from "../../../src/nn/checkpoint/fileCheckpoints.js";
import { Key } from "../../../src/random/key.js";

const start = { w: { data: Float32Array.of(1, 2), shape: [2] } };
const state = { step: 50, parameters: start, first: start, second: start, losses: [{ step: 50, loss: 2 }] };
const identity = { model: "net", key: Key.root(0), settings: { steps: 100, data: [Float64Array.of(1, 2)] } };

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  path = join(folder, "a", "b", "net.checkpoint");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Keep the state; its file's bytes. */
async function kept(): Promise<Buffer> {
  const checkpoints = fileCheckpoints(path, identity, { seconds: () => 7 });
  await checkpoints.load(start);
  await checkpoints.save(state);
  return readFileSync(path);
}

it("finds nothing where nothing was kept, and leaves nothing there", async () => {
  expect(await fileCheckpoints(path, identity).load(start)).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});

it("finds the state that was kept last, with the time that it had taken", async () => {
  await kept();
  const found: unknown[] = [];
  const checkpoints = fileCheckpoints(path, identity, { found: (what) => found.push(what) });
  expect(await checkpoints.load(start)).toEqual(state);
  expect(found).toEqual([{ step: 50, seconds: 7 }]);
  await checkpoints.save({ ...state, step: 100 });
  expect((await checkpoints.load(start))!.step).toBe(100);
  expect(readdirSync(join(folder, "a", "b"))).toEqual(["net.checkpoint"]);
});

it.each([
  ["another model", { ...identity, model: "other" }, start, /is a checkpoint of the model net, not of other/],
  ["another key", { ...identity, key: Key.root(1) }, start, /is of another training: its key/],
  ["another setting", { ...identity, settings: { ...identity.settings, steps: 101 } }, start, /other settings or data/],
  ["other data", { ...identity, settings: { ...identity.settings, data: [Float64Array.of(1, 3)] } }, start, /other settings or data/],
  ["another start", identity, { w: { data: Float32Array.of(1, 3), shape: [2] } }, /started from other parameters/],
  ["another architecture", identity, { v: start.w }, /is a checkpoint of another architecture/],
])("refuses %s in one line that begins with the file, and leaves it as it was", async (_, other, from, why) => {
  const bytes = await kept();
  const error = (await fileCheckpoints(path, other).load(from).catch((thrown: unknown) => thrown)) as Error;
  expect(error).toMatchObject({ name: "BadCheckpoint", message: expect.stringMatching(why) as string });
  expect(error.message.startsWith(`${path} `)).toBe(true);
  expect(error.message).not.toContain("\n");
  expect(readFileSync(path)).toEqual(bytes);
});

it.each([
  ["truncated", (bytes: Buffer) => bytes.subarray(0, bytes.length - 1), /net\.checkpoint is truncated: it has \d+ of \d+ bytes: move it away to train anew, or name another folder$/],
  ["changed", (bytes: Buffer) => (bytes[bytes.length - 1]++, bytes), /does not have the digest/],
  ["newer", (bytes: Buffer) => Buffer.from(bytes.toString("latin1").replace("@1 ", "@2 "), "latin1"), /has format 2/],
])("refuses a file that is %s, and leaves it as it was", async (_, change, why) => {
  const changed = change(await kept());
  writeFileSync(path, changed);
  await expect(fileCheckpoints(path, identity).load(start)).rejects.toThrow(why);
  expect(readFileSync(path)).toEqual(changed);
});

it("says which file cannot be read or written, and writes none unread", async () => {
  await expect(fileCheckpoints(folder, identity).load(start)).rejects.toThrow(`cannot read ${folder}: EISDIR`);
  await expect(fileCheckpoints(path, identity).save(state)).rejects.toThrow("is written before it is read");
  writeFileSync(join(folder, "a"), "in the way");
  await expect(kept()).rejects.toThrow(/^cannot (read|write) .*net\.checkpoint: /);
});

it("refuses steps outside their domain, and settings that are no data", () => {
  for (const every of [0, 1.5, NaN]) expect(() => fileCheckpoints(path, identity, { every })).toThrow(`every must be an integer >= 1, got ${every}`);
  expect(() => fileCheckpoints(path, { ...identity, settings: { rate: () => 1 } })).toThrow("content.rate must be plain data");
});
