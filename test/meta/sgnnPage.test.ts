import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { filledSgnnPage } from "../../scripts/filledSgnnPage.js";
import { ROOT } from "./sources.js";

const read = (name: string): string => readFileSync(join(ROOT, "docs", name), "utf8");

it("docs/sgnn.md and its picture show what the reference records say (npm run docs writes them)", () => {
  const { page, plot } = filledSgnnPage(read("sgnn.md"));
  expect(read("sgnn.md")).toBe(page);
  expect(read("sgnn-ratios.svg")).toBe(plot);
});

it("docs/sgnn.md has a place for every theorem about SGNN", () => {
  const places = Array.from(read("sgnn.md").matchAll(/^<!-- theorems: (.+) -->$/gm), ([, folder]) => folder);
  const verdicts = JSON.parse(readFileSync(join(ROOT, "results/reference/verdicts.json"), "utf8")) as { theorems: { id: string }[] };
  const sgnn = verdicts.theorems.map(({ id }) => id).filter((id) => id.startsWith("sgnn/"));
  expect(sgnn.length).toBeGreaterThan(0);
  expect(sgnn.filter((id) => !places.some((folder) => id === folder || id.startsWith(`${folder}/`)))).toEqual([]);
});
