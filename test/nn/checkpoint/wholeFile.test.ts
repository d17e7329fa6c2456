import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readIfThere, writeWhole } from "../../../src/nn/checkpoint/wholeFile.js";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "simverdict-"))));
afterEach(() => rmSync(folder, { recursive: true }));

it("reads what was written, in a folder that was not there, and leaves nothing else", async () => {
  const path = join(folder, "a", "b", "file");
  expect(await readIfThere(path)).toBeUndefined();
  await writeWhole(path, Uint8Array.of(1, 2));
  await writeWhole(path, Uint8Array.of(3));
  expect([...(await readIfThere(path))!]).toEqual([3]);
  expect(readdirSync(join(folder, "a", "b"))).toEqual(["file"]);
});

it("names the file that cannot be read or written", async () => {
  await expect(readIfThere(folder)).rejects.toThrow(expect.objectContaining({ name: "BadCheckpoint", message: expect.stringMatching(`^cannot read ${folder}: EISDIR`) as string }));
  writeFileSync(join(folder, "a"), "in the way");
  await expect(writeWhole(join(folder, "a", "b"), Uint8Array.of(1))).rejects.toThrow(/^cannot write .*b: /);
});
