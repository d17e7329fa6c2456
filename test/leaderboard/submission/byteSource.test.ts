import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bytesInMemory, withFile } from "../../../src/leaderboard/submission/byteSource.js";

test("memory and file give the same pieces", () => {
  const folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  const path = join(folder, "a");
  const bytes = Uint8Array.from({ length: 100 }, (_, i) => i);
  writeFileSync(path, bytes);
  const memory = bytesInMemory(bytes);
  withFile(path, (file) => {
    expect(file.size).toBe(memory.size);
    for (const [offset, length] of [[0, 100], [3, 7], [100, 0]]) expect(file.read(offset, length)).toEqual(memory.read(offset, length));
    truncateSync(path, 50);
    expect(() => file.read(40, 20)).toThrow("ends at byte 50, before its size of 100");
  });
  rmSync(folder, { recursive: true });
});

test("what is read is the reader's own", () => {
  const bytes = Uint8Array.of(1, 2, 3);
  bytesInMemory(bytes).read(0, 3).fill(0);
  expect(bytes).toEqual(Uint8Array.of(1, 2, 3));
});

test("a file that is not there is the system's error", () => {
  expect(() => withFile("/no/such/file", () => 0)).toThrow("ENOENT");
});
