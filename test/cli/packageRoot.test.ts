import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ENTRY, PACKAGE_ROOT, packageCommit, packageVersion } from "../../src/cli/packageRoot.js";

test("the package is found from its own files", () => {
  const { name, version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8")) as Record<string, string>;
  expect([name, packageVersion()]).toEqual(["simverdict", version]);
});

test("specs import what the command line is part of: here, the source", () => {
  expect(ENTRY).toBe(join(PACKAGE_ROOT, "src", "index.ts"));
});

test("the commit is told inside a repository only, and whether the files differ from it", () => {
  if (existsSync(join(PACKAGE_ROOT, ".git"))) expect(packageCommit()).toMatch(/^[0-9a-f]{40}(\+dirty)?$/);
  else expect(packageCommit()).toBeNull();
});
