import { expect, it } from "vitest";
import { sources, type SourceText } from "./sources.js";

/** Lines a file may have: a concept, or a test, as specs and boards are. Long tables live in `*.data.ts`. */
const CONCEPT = 200;
const TEST = 300;

const linesOf = ({ text }: SourceText): number => text.trimEnd().split("\n").length;
const isSpec = ({ path }: SourceText): boolean => /\.(?:theorem|board|bench)\.ts$/.test(path);
/** The list of public names is a table too: it has no logic. */
const isTable = ({ path }: SourceText): boolean => path.endsWith(".data.ts") || path === "src/index.ts";

function overBudget(files: readonly SourceText[], budget: number): string[] {
  return files
    .filter((file) => !isTable(file) && linesOf(file) > budget)
    .map((file) => `${file.path}: ${linesOf(file)} lines, budget ${budget}`);
}

it(`a concept fits in ${CONCEPT} lines, its docstring included`, () => {
  const beside = [...sources("theorems"), ...sources("benchmarks")].filter((file) => !isSpec(file));
  expect(overBudget([...sources("src"), ...beside], CONCEPT)).toEqual([]);
});

it(`a test fits in ${TEST} lines`, () => {
  expect(overBudget([...sources("test"), ...sources("theorems"), ...sources("benchmarks")], TEST)).toEqual([]);
});

it("half of the concepts take fewer than 80 lines", () => {
  const lengths = sources("src").filter((file) => !isTable(file)).map(linesOf).sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80);
});

it("a file over its budget is found, a table is not", () => {
  const text = "x\n".repeat(201);
  expect(overBudget([{ path: "src/a.ts", text }], CONCEPT)).toEqual(["src/a.ts: 201 lines, budget 200"]);
  expect(overBudget([{ path: "src/a.data.ts", text }, { path: "src/b.ts", text: "x\n".repeat(200) }], CONCEPT)).toEqual([]);
});
