import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadModule, reasonOf } from "../../src/cli/loadModule.js";
import { UsageError } from "../../src/cli/usageError.js";

test("every export of a module is told, promises waited for, failed ones with their reason", async () => {
  const folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  const file = join(folder, "values.ts");
  writeFileSync(file, 'export const one: number = 1;\nexport const later = Promise.resolve(2);\nexport const failing = Promise.reject(new Error("a\\nb"));\n');
  const module = await loadModule(file);
  expect([...module.keys()]).toEqual(["one", "later", "failing"]);
  expect([module.get("one"), module.get("later")]).toEqual([{ status: "fulfilled", value: 1 }, { status: "fulfilled", value: 2 }]);
  const failing = module.get("failing");
  expect(failing?.status === "rejected" && reasonOf(failing.reason)).toBe("a b");
  rmSync(folder, { recursive: true });
}, 60_000);

test("a file that is not there is refused", async () => {
  await expect(loadModule("none.ts")).rejects.toThrow(new UsageError("there is no none.ts: name a TypeScript or JavaScript module"));
});
