import ts from "typescript";
import { expect, it } from "vitest";
import { parse, place, sources, type SourceText, walk } from "./sources.js";

/** What reads the clock or draws without a key, by the object that offers it. */
const BANNED: Readonly<Record<string, readonly string[]>> = {
  Math: ["random"],
  Date: ["now"],
  performance: ["now", "timeOrigin"],
  process: ["hrtime", "uptime"],
  crypto: ["randomUUID", "getRandomValues", "randomBytes", "randomInt"],
};
const TIMERS = ["setTimeout", "setInterval"];
const MODULES: Readonly<Record<string, readonly string[]>> = {
  "node:crypto": BANNED.crypto,
  "node:perf_hooks": ["performance"],
  "node:timers": TIMERS,
  "node:timers/promises": TIMERS,
};

/** `a.b`, `a["b"]` and `globalThis.a.b`, as object and property. */
function member(node: ts.Node): readonly [string, string] | undefined {
  const property = ts.isPropertyAccessExpression(node)
    ? node.name.text
    : ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)
      ? node.argumentExpression.text
      : undefined;
  if (property === undefined) return undefined;
  const object = (node as ts.AccessExpression).expression;
  return [ts.isIdentifier(object) ? object.text : (member(object)?.[1] ?? ""), property];
}

function offence(node: ts.Node): string | undefined {
  const [object, property] = member(node) ?? ["", ""];
  if (BANNED[object]?.includes(property)) return `${object}.${property}`;
  if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer && ts.isIdentifier(node.initializer)) {
    const source = node.initializer.text;
    const taken = node.name.elements.map((element) => (element.propertyName ?? element.name).getText());
    const banned = taken.find((name) => BANNED[source]?.includes(name));
    if (banned !== undefined) return `${source}.${banned}`;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length) return "new Date()";
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    if (node.expression.text === "Date") return "Date()";
    if (TIMERS.includes(node.expression.text)) return node.expression.text;
  }
  if (ts.isImportSpecifier(node)) {
    const from = (node.parent.parent.parent.moduleSpecifier as ts.StringLiteral).text;
    const name = (node.propertyName ?? node.name).text;
    if (MODULES[from]?.includes(name)) return `${name} of ${from}`;
  }
  return undefined;
}

function violations(files: readonly SourceText[]): string[] {
  const found: string[] = [];
  for (const file of files) {
    walk(parse(file), (node) => {
      const what = offence(node);
      if (what !== undefined) found.push(`${place(node)}: ${what}`);
    });
  }
  return found;
}

it("src/ outside cli/ has no clock and no randomness but a Key's", () => {
  expect(violations(sources("src").filter(({ path }) => !path.startsWith("src/cli/")))).toEqual([]);
});

it("specs draw from keys only, and read no clock", () => {
  expect(violations(sources("theorems"))).toEqual([]);
});

it("boards draw from keys only; they may time what they compare", () => {
  expect(violations(sources("benchmarks/boards")).filter((found) => !/: (?:performance|process)\./.test(found))).toEqual([]);
});

it.each([
  "Math.random()",
  'Math["random"]()',
  "globalThis.Math.random()",
  "const { random: r } = Math",
  "const now = Date.now",
  "new Date()",
  "Date()",
  "performance.now()",
  "process.hrtime.bigint()",
  "setTimeout(() => {}, 1)",
  'import { randomUUID } from "node:crypto"',
  'import { performance } from "node:perf_hooks"',
])("%s is found", (text) => {
  expect(violations([{ path: "src/random/a.ts", text }])).toHaveLength(1);
});

it.each(["// Math.random()", '"Math.random()"', "new Date(0)", "stream.random()", 'import { createHash } from "node:crypto"'])(
  "%s is no offence",
  (text) => {
    expect(violations([{ path: "src/random/a.ts", text }])).toEqual([]);
  },
);
