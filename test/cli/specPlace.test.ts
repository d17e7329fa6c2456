import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { specPlace } from "../../src/cli/specPlace.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function placed(text: string, name = "a.theorem.ts"): ReturnType<typeof specPlace> {
  const file = join(folder, name);
  writeFileSync(file, text);
  return specPlace({ id: "coin/a", file: relative(process.cwd(), file) });
}

test.each([
  ["its id as a literal", 'import { theorem } from "simverdict";\n\ntheorem("coin/ab", {});\ntheorem("coin/a", {});\n', 4],
  ["its id on a line of its own", "theorem<World, Net>(\n  'coin/a',\n", 2],
  ["the first theorem, where the id is made up of parts", "const ids = [];\nfor (const id of ids) theorem(`coin/${id}`, {});\n", 2],
  ["the first line, where nothing else is known", "register();\n", 1],
])("a theorem stands at %s", (_, text, line) => {
  const file = relative(process.cwd(), join(folder, "a.theorem.ts"));
  expect(placed(text)).toEqual({ file, line });
});

test("a theorem of the package is found by its id", () => {
  expect(specPlace({ id: "foundations/coverage", file: null })).toMatchObject({ file: "theorems/foundations/coverage.theorem.ts" });
  expect(specPlace({ id: "sgnn/model-selection/linear-trend-1", file: null })).toMatchObject({ file: "theorems/sgnn/model-selection.theorem.ts" });
  expect(specPlace({ id: "no/such", file: null })).toBeNull();
});

test("a file that is gone, or of an installed package, has no place", () => {
  expect(specPlace({ id: "a", file: "no-such.theorem.ts" })).toBeNull();
  mkdirSync(join(folder, "node_modules"));
  expect(placed('theorem("coin/a")', "node_modules/a.theorem.ts")).toBeNull();
});
