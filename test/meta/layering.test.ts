import { posix } from "node:path";
import { expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { cycles, packageOf, specifiersOf, targetOf } from "./imports.js";
import { sources, type SourceText } from "./sources.js";

/** Imports go to a strictly lower layer, or stay within the folder. */
const LAYER: Readonly<Record<string, number>> = {
  random: 1,
  statistics: 2,
  simulators: 2,
  nn: 2,
  models: 3,
  harness: 4,
  leaderboard: 5,
  report: 6,
  cli: 7,
};
const folderOf = (path: string): string => path.split("/")[1];

/** Why a file of src/ may not import another one; undefined if it may. */
function objection(from: string, to: string): string | undefined {
  const [own, other] = [folderOf(from), folderOf(to)];
  if (to === "src/index.ts") return "the index is for users";
  if (other === "cli") return own === "cli" ? undefined : "nothing imports cli/";
  if (from === "src/index.ts" || own === other) return undefined;
  if (LAYER[own] === undefined || LAYER[other] === undefined) return "a folder without a layer";
  return LAYER[other] < LAYER[own] ? undefined : `layer ${LAYER[own]} may import lower layers only, not ${LAYER[other]}`;
}

function srcViolations(files: readonly SourceText[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const edges = new Map<string, string[]>();
  const violations: string[] = [];
  for (const file of files) {
    const targets = specifiersOf(file).flatMap((specifier) => targetOf(file.path, specifier) ?? []);
    edges.set(file.path, targets);
    for (const target of targets) {
      const why = paths.has(target) ? objection(file.path, target) : "there is no such file in src/";
      if (why !== undefined) violations.push(`${file.path} imports ${target}: ${why}`);
    }
  }
  return [...violations, ...cycles(edges).map((cycle) => `cycle: ${cycle}`)];
}

/** Specs and benchmarks are written as a user would: `simverdict`, packages, and files of their own folder. */
function userViolations(files: readonly SourceText[]): string[] {
  return files.flatMap((file) =>
    specifiersOf(file)
      .filter((specifier) => {
        const target = targetOf(file.path, specifier);
        return target !== undefined && !target.startsWith(`${posix.dirname(file.path)}/`);
      })
      .map((specifier) => `${file.path} imports ${specifier}: only "simverdict", packages and files beside it`),
  );
}

function packageViolations(files: readonly SourceText[], allowed: readonly string[]): string[] {
  return files.flatMap((file) =>
    specifiersOf(file).flatMap((specifier) => {
      const name = packageOf(specifier);
      if (name === undefined) return [];
      if (name.startsWith("@tensorflow/") && !file.path.startsWith("src/nn/")) return [`${file.path} imports ${name}: only src/nn/ may`];
      return allowed.includes(name) ? [] : [`${file.path} imports ${name}, which package.json does not list for users`];
    }),
  );
}

const shipped = ["simverdict", ...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];

it("src/ imports strictly lower layers, without cycles", () => {
  expect(srcViolations(sources("src"))).toEqual([]);
});

it("specs and benchmarks import what a user can import", () => {
  expect(userViolations([...sources("theorems"), ...sources("benchmarks")])).toEqual([]);
});

it("what is shipped imports declared packages, and TensorFlow.js only in src/nn/", () => {
  expect(packageViolations([...sources("src"), ...sources("theorems")], shipped)).toEqual([]);
});

it.each([
  ["upwards", 'import { a } from "../models/a.js";', "layer 2 may import lower layers only, not 3"],
  ["sideways", 'export { a } from "../simulators/a.js";', "layer 2 may import lower layers only, not 2"],
  ["a type upwards", 'import type { A } from "../models/a.js";', "not 3"],
  ["a type in place", 'type A = import("../models/a.js").A;', "not 3"],
  ["dynamically", 'await import("../models/a.js");', "not 3"],
  ["cli", 'import "../cli/main.js";', "nothing imports cli/"],
  ["the index", 'import "../index.js";', "the index is for users"],
  ["a folder without a layer", 'import "../misc/a.js";', "a folder without a layer"],
  ["nothing", 'import "./missing.js";', "there is no such file"],
  ["in a circle of types", 'import type { B } from "./b.js";', "cycle: src/statistics/"],
])("an import that goes %s is found", (_, text, why) => {
  const others = ["models/a", "simulators/a", "cli/main", "index", "misc/a"].map((name) => ({ path: `src/${name}.ts`, text: "" }));
  const b = { path: "src/statistics/b.ts", text: 'import type { A } from "./a.js";' };
  const clean = { path: "src/statistics/a.ts", text: 'import type { Key } from "node:crypto"; // import "../models/a.js"' };
  expect(srcViolations([...others, b, clean])).toEqual([]);
  const found = srcViolations([...others, b, { ...clean, text }]);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(why);
});

it("a spec that reaches into the source, and an undeclared or misplaced package, are found", () => {
  const spec = (text: string): SourceText[] => [{ path: "theorems/a/b.theorem.ts", text }];
  expect(userViolations(spec('import "../../src/random/key.js";'))).toHaveLength(1);
  expect(userViolations(spec('import "../c/shared.js";'))).toHaveLength(1);
  expect(userViolations(spec('import "./shared.js"; import "fast-check"; import "simverdict";'))).toEqual([]);
  expect(packageViolations(spec('import "left-pad";'), shipped)).toHaveLength(1);
  expect(packageViolations(spec('import "@tensorflow/tfjs";'), shipped)).toHaveLength(1);
  expect(packageViolations(spec('import "fast-check"; import "node:fs"; import "vitest/node";'), shipped)).toEqual([]);
});
