import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import lock from "../../package-lock.json" with { type: "json" };
import manifest from "../../package.json" with { type: "json" };
import { ROOT } from "./sources.js";

/** The oldest Node that package.json promises. */
const OLDEST = manifest.engines.node.replace(/^>=/, "");

const numbers = (version: string): number[] => version.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : 0));
const compare = (a: string, b: string): number => {
  const [x, y] = [numbers(a), numbers(b)];
  return [0, 1, 2].map((i) => (x[i] ?? 0) - (y[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
};

/** Whether a version lies in a range of the kinds that `engines` use: `>=a <b || ^c || d.x || *`. */
function admits(range: string, version: string): boolean {
  return range.split("||").some((alternative) =>
    alternative.trim().replaceAll(/(>=|<=|[<>^~])\s+/g, "$1").split(/\s+/).every((term) => {
      const [, operator, bound] = /^(>=|<=|[<>^~]|)v?(.*)$/.exec(term)!;
      const difference = compare(version, bound);
      if (operator === ">=") return difference >= 0;
      if (operator === "<=") return difference <= 0;
      if (operator === ">") return difference > 0;
      if (operator === "<") return difference < 0;
      const given = operator === "" ? bound.split(".").filter((part) => /^\d+$/.test(part)).length : operator === "^" ? 1 : 2;
      const same = numbers(bound).slice(0, given).every((part, i) => part === numbers(version)[i]);
      return same && (operator === "" || difference >= 0);
    }),
  );
}

type Packages = Readonly<Record<string, { readonly optional?: boolean; readonly engines?: unknown }>>;

/** Locked packages that do not run on a version of Node. */
function unfit(packages: Packages, node: string): string[] {
  return Object.entries(packages).flatMap(([path, { optional, engines }]) => {
    const range = (engines as { node?: string } | undefined)?.node;
    return optional || range === undefined || admits(range, node) ? [] : [`${path} needs Node ${range}`];
  });
}

it("the changelog has a section for the version of package.json", () => {
  const changelog = existsSync(join(ROOT, "CHANGELOG.md")) ? readFileSync(join(ROOT, "CHANGELOG.md"), "utf8") : "";
  expect(changelog.split("\n").some((line) => /^##\s/.test(line) && /\d+\.\d+\.\d+/.exec(line)?.[0] === manifest.version)).toBe(true);
});

it("the lock file is that of package.json", () => {
  const { name, version, dependencies, devDependencies, peerDependencies } = manifest;
  expect(lock.packages[""]).toMatchObject({ name, version, dependencies, devDependencies, peerDependencies });
});

it(`every locked package runs on Node ${OLDEST}`, () => {
  expect(unfit(lock.packages as Packages, OLDEST)).toEqual([]);
});

it.each([
  [">=18", true],
  [">= 18.18.0", true],
  ["^20.19.0 || >=22.12.0", true],
  ["^12.22.0 || ^14.17.0 || >=16.0.0", true],
  [">=18 <21", true],
  ["20.x", true],
  ["*", true],
  ["20 || >=22", true],
  ["~20.19.0", true],
  [">=20.20", false],
  ["^22.13.0 || >=24", false],
  ["^20.19.1", false],
  [">=16 <20.19", false],
  ["18.x", false],
  ["~20.18.0", false],
])("the range %s admits 20.19.0: %s", (range, expected) => {
  expect(admits(range, "20.19.0")).toBe(expected);
});

it("a locked package for a newer Node is found, unless it is optional", () => {
  const engines = { node: ">=22" };
  expect(unfit({ a: { engines }, b: { engines, optional: true }, c: {} }, OLDEST)).toEqual(["a needs Node >=22"]);
});
