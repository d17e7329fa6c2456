import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import ts from "typescript";
import { expect, it } from "vitest";
import * as simverdict from "simverdict";
import { docstringOf } from "./declarations.js";
import { parse, place, ROOT, sources, type SourceText, walk } from "./sources.js";

/** An `@example expr // => value`. */
interface Example {
  readonly place: string;
  readonly expression: string;
  /** Undefined where the arrow is missing. */
  readonly value: string | undefined;
}

function examplesOf(file: SourceText): Example[] {
  const examples: Example[] = [];
  walk(parse(file), (node) => {
    if (!(ts.isStatement(node) || ts.isClassElement(node))) return;
    for (const text of docstringOf(node).tags.get("example") ?? []) {
      const [expression, value] = text.split("// =>").map((part) => part.trim());
      examples.push({ place: place(node), expression, value });
    }
  });
  return examples;
}

/** Unequal only beyond rounding: a decimal is read to its last digit, other numbers to 12 digits. */
function isEqual(actual: unknown, expected: unknown, written: string): boolean {
  const number = typeof actual === "number" && typeof expected === "number" && Number.isFinite(expected);
  if (!number) return isDeepStrictEqual(actual, expected);
  const [, decimals, exponent] = /^[-−]?\d*\.(\d+)(?:e([-+]?\d+))?$/i.exec(written) ?? [];
  const rounding = decimals === undefined ? 1e-12 * Math.abs(expected) : 0.5 * 10 ** (Number(exponent ?? 0) - decimals.length);
  return Math.abs(actual - expected) <= rounding * (1 + 1e-9);
}

const AsyncFunction = (async () => {}).constructor as new (...words: string[]) => (...values: unknown[]) => Promise<unknown>;

/** What is wrong with an example, evaluated among the names of a scope; undefined if nothing is. */
async function flaw({ place, expression, value }: Example, scope: Readonly<Record<string, unknown>>): Promise<string | undefined> {
  if (value === undefined || value === "") return `${place}: an example is written "expr // => value", got "${expression}"`;
  const evaluate = (text: string): Promise<unknown> => new AsyncFunction(...Object.keys(scope), `"use strict"; return (${text}\n);`)(...Object.values(scope));
  try {
    const [actual, expected] = [await evaluate(expression), await evaluate(value)];
    return isEqual(actual, expected, value) ? undefined : `${place}: ${expression} is ${JSON.stringify(actual) ?? String(actual)}, not ${value}`;
  } catch (error) {
    return `${place}: ${expression} throws ${String(error)}`;
  }
}

const examples = sources("src").flatMap((file) => examplesOf(file).map((example) => ({ ...example, file: file.path })));

it("there are examples", () => {
  expect(examples.length).toBeGreaterThan(20);
});

it.each(examples)("$place: $expression // => $value", async ({ file, ...example }) => {
  const own = (await import(/* @vite-ignore */ join(ROOT, file))) as Record<string, unknown>;
  expect(await flaw(example, { ...simverdict, ...own })).toBeUndefined();
});

it.each([
  ["2 + 2", "4", true],
  ["2 + 2", "5", false],
  ["1 / 3", "0.333", true],
  ["1 / 3", "0.334", false],
  ["2 / 3", "0.6666666666666666", true],
  ["1.23456e-7", "1.235e-7", true],
  ["[1, 2]", "[1, 2]", true],
  ["[1, 2]", "[1, 3]", false],
  ["NaN", "NaN", true],
  ["NaN", "0", false],
  ["await Promise.resolve(twice(2))", "4", true],
  ["missing(2)", "4", false],
  ["2 + 2", undefined, false],
])("%s // => %s is judged %s", async (expression, value, sound) => {
  const found = await flaw({ place: "here", expression, value }, { twice: (x: number) => 2 * x });
  expect(found === undefined).toBe(sound);
});

it("an example is read from the comments of functions, classes and methods", () => {
  const text = `
/**
 * One.
 *
 * @param x some text, for example \`"@example"\`
 * @example f("a // b") // => "a"
 */
export function f() {}
/** @example a(1) */
export class C {
  /** @example
   * g(
   *   1) // => 2 */
  m() {}
}`;
  expect(examplesOf({ path: "src/a.ts", text }).map(({ expression, value }) => [expression, value])).toEqual([
    ['f("a // b")', '"a"'],
    ["a(1)", undefined],
    ["g(\n  1)", "2"],
  ]);
});
