import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ENTRY, inPackage, PACKAGE_ROOT, packageCommit, packageVersion } from "../../src/cli/packageRoot.js";

test("the package is found from its own files", () => {
  const { name, version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8")) as Record<string, string>;
  expect([name, packageVersion()]).toEqual(["simverdict", version]);
});

test("specs import what the command line is part of: here, the source", () => {
  expect(ENTRY).toBe(join(PACKAGE_ROOT, "src", "index.ts"));
});

test("files of the package are told from others of such a folder", () => {
  const inside = inPackage("dist");
  expect(["index.js", "cli/main.js"].every((file) => inside.test(`${PACKAGE_ROOT.replaceAll("\\", "/")}/dist/${file}`))).toBe(true);
  for (const other of ["/home/me/dist/index.js", `${PACKAGE_ROOT}/distant/index.js`, `/x${PACKAGE_ROOT}/dist/index.js`]) expect(inside.test(other)).toBe(false);
});

test("the commit is told inside a repository only, and whether the files differ from it", () => {
  if (existsSync(join(PACKAGE_ROOT, ".git"))) expect(packageCommit()).toMatch(/^[0-9a-f]{40}(\+dirty)?$/);
  else expect(packageCommit()).toBeNull();
});
