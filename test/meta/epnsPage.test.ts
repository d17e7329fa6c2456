import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { filledEpnsPage } from "../../scripts/filledEpnsPage.js";
import { ROOT } from "./sources.js";

const read = (name: string): string => readFileSync(join(ROOT, "docs", name), "utf8");

it("docs/epns.md shows what the reference records say (npm run docs writes it)", () => {
  expect(read("epns.md")).toBe(filledEpnsPage(read("epns.md")).page);
});

it("its pictures are drawn from docs/epns-pictures.json, and the page shows each of them", () => {
  const { pictures } = filledEpnsPage(read("epns.md"));
  expect(Object.keys(pictures).sort()).toEqual(readdirSync(join(ROOT, "docs")).filter((name) => /^epns-.*\.svg$/.test(name)).sort());
  for (const [name, svg] of Object.entries(pictures)) {
    expect(read(name), name).toBe(svg);
    expect(read("epns.md"), name).toContain(`](${name})`);
  }
});

it("docs/epns.md has a place for every theorem about EPNS", () => {
  const places = Array.from(read("epns.md").matchAll(/^<!-- theorems: (.+) -->$/gm), ([, folder]) => folder);
  const verdicts = JSON.parse(readFileSync(join(ROOT, "results/reference/verdicts.json"), "utf8")) as { theorems: { id: string }[] };
  const epns = verdicts.theorems.map(({ id }) => id).filter((id) => id.startsWith("epns/"));
  expect(epns.length).toBeGreaterThan(0);
  expect(epns.filter((id) => !places.some((folder) => id === folder || id.startsWith(`${folder}/`)))).toEqual([]);
});
