import { existsSync, mkdtempSync, rmSync } from "node:fs";
import type * as FileSystem from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { ensureWritable } from "../../src/harness/recordFile.js";

/** Another process makes each folder right after it was looked for and found missing. */
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof FileSystem>();
  const statSync = (path: string, options: FileSystem.StatSyncOptions): unknown => {
    const found = fs.statSync(path, options);
    if (found === undefined && path.includes("simverdict-race")) fs.mkdirSync(path, { recursive: true });
    return found;
  };
  return { ...fs, statSync };
});

test("a folder that another process makes at the same moment is as good as one's own", () => {
  const folder = mkdtempSync(join(tmpdir(), "simverdict-race-"));
  try {
    ensureWritable(join(folder, "a", "b"));
    expect(existsSync(join(folder, "a", "b"))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
