import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadExport } from "../../src/cli/loadExport.js";
import { UsageError } from "../../src/cli/usageError.js";

let file: string;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  file = join(folder, "values.ts");
  writeFileSync(file, `
    import { normalCdf } from "simverdict";
    export const half: number = normalCdf(0);
    export const later = new Promise<number>((resolve) => setTimeout(() => resolve(7), 20));
    export const failing = Promise.reject(new Error("one\\ntwo"));
  `);
  writeFileSync(join(folder, "broken.ts"), 'throw new Error("my mistake");');
});
afterAll(() => rmSync(folder, { recursive: true }));

it("loads TypeScript that imports simverdict, and waits for promises", async () => {
  expect(await loadExport(file, "half", "a number")).toBeCloseTo(0.5, 12);
  expect(await loadExport(file, "later", "a number")).toBe(7);
});

it("says what is missing or fails, in one line", async () => {
  await expect(loadExport(join(folder, "none.ts"), "half", "a number")).rejects.toThrow(UsageError);
  await expect(loadExport(join(folder, "broken.ts"), "half", "a number")).rejects.toThrow(/broken\.ts does not load: my mistake$/);
  await expect(loadExport(file, "third", "a number")).rejects.toThrow(new UsageError(`${file} has no export "third", but half, later, failing: export a number`));
  await expect(loadExport(file, "failing", "a number")).rejects.toThrow(new UsageError(`${file}: failing failed: one two`));
});
