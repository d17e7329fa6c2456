import ts from "typescript";
import { expect, it } from "vitest";
import { declarationsOf, docstringOf } from "./declarations.js";
import { publicNames } from "./publicNames.js";
import { place, sources, type SourceText, walk } from "./sources.js";

/** Folders whose public functions and classes are concepts of the field: they state a formula or name their source. */
const CONCEPTS = ["random", "statistics", "simulators", "models"];
const FORMULA = /[=≤≥∈∝Σ∑∫→~]/;
const PLACEHOLDER = /^(?:none|n\/a|unknown|tbd|\?+|…|<.*>)?$/i;

/** One sentence: it ends with a stop, and no other sentence follows in its paragraph. */
function isSentence(description: string): boolean {
  const first = description.split(/\n\s*\n/)[0].replaceAll(/\s+/g, " ");
  return /\S[.:]$/.test(first) && !/[^.\d][.!?] \p{Lu}/u.test(first.replaceAll(/\b(?:e\.g|i\.e|cf|et al|Eq|Sec)\. /g, ""));
}

/** Errors that a body throws itself; what its callees throw, and what rejects an async function inside it, is not seen. */
function thrown(body: ts.Node): string[] {
  const errors = new Set<string>();
  walk(body, (node) => {
    if (!ts.isThrowStatement(node) || !ts.isNewExpression(node.expression)) return;
    const inner = ts.findAncestor(node, (parent) => parent === body || (ts.isFunctionLike(parent) && isAsync(parent)));
    if (inner === body) errors.add(node.expression.expression.getText());
  });
  return [...errors];
}

const isAsync = (node: ts.SignatureDeclaration): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);

function callableFlaws(callable: ts.FunctionLikeDeclaration, carrier: ts.Node): string[] {
  const { tags } = docstringOf(carrier);
  const flaws: string[] = [];
  const documented = (tags.get("param") ?? []).map((text) => /^(?:\{[^}]*\}\s*)?\[?([\w$]+)\]?\s*(.*)$/s.exec(text) ?? ["", "", ""]);
  const taken = callable.parameters.filter(({ name }) => name.getText() !== "this");
  taken.forEach(({ name }, i) => {
    const [, word, meaning] = documented[i] ?? [];
    if (ts.isIdentifier(name) ? word !== name.text : word === undefined) flaws.push(`@param ${ts.isIdentifier(name) ? name.text : i + 1} is missing or out of order`);
    else if (!/\S/.test(meaning)) flaws.push(`@param ${word} says nothing`);
  });
  if (documented.length > taken.length) flaws.push("a @param too many");
  const type = callable.type?.getText();
  const isSilent = ts.isConstructorDeclaration(callable) || ts.isSetAccessor(callable) || /^(?:Promise<)?(?:void|never)>?$/.test(type ?? "");
  if (!isSilent && !tags.get("returns")?.some((text) => /\S/.test(text))) flaws.push("@returns is missing");
  const throws = (tags.get("throws") ?? []).join("; ");
  return [...flaws, ...(callable.body ? thrown(callable.body) : []).filter((error) => !throws.includes(error)).map((error) => `@throws ${error} is missing`)];
}

/** A member needs no sentence where @returns says it all, and a getter's type and name do. */
function memberFlaws(member: ts.ClassElement): string[] {
  const isHidden = (member.name !== undefined && ts.isPrivateIdentifier(member.name)) || ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private;
  if (isHidden || ts.isGetAccessor(member)) return [];
  if (!(ts.isMethodDeclaration(member) || ts.isConstructorDeclaration(member) || ts.isSetAccessor(member))) return [];
  const { description, tags } = docstringOf(member);
  if (ts.isConstructorDeclaration(member) && member.parameters.length === 0) return [];
  if (description === "" && tags.size === 0) return [`${place(member)}: no docstring`];
  return callableFlaws(member, member).map((flaw) => `${place(member)}: ${flaw}`);
}

function flaws(file: SourceText, isPublic: (name: string) => boolean = () => true): string[] {
  return declarationsOf(file).flatMap(({ name, kind, node, callable }) => {
    const { description, tags } = docstringOf(node);
    const isConcept = isPublic(name) && CONCEPTS.includes(file.path.split("/")[1]) && (kind === "function" || kind === "class");
    const saysAllInReturns = callable?.parameters.length === 0 && tags.has("returns");
    const found: string[] = [];
    if (description === "" && !tags.has("see") && !saysAllInReturns) found.push("no docstring");
    else if (description !== "" && !isSentence(description)) found.push("its first paragraph is not one sentence");
    if (isConcept && !FORMULA.test(description) && !tags.has("source")) found.push("neither a formula nor a @source");
    if ((tags.get("source") ?? []).some((text) => PLACEHOLDER.test(text))) found.push("an empty @source");
    if (callable !== undefined) found.push(...callableFlaws(callable, node));
    const members = ts.isClassDeclaration(node) ? node.members.flatMap(memberFlaws) : [];
    return [...found.map((flaw) => `${place(node)} ${name}: ${flaw}`), ...members];
  });
}

it("everything that src/ exports answers the questions of a docstring", () => {
  const files = sources("src");
  const index = files.find(({ path }) => path === "src/index.ts")!;
  const names = new Set(publicNames(index, files).map((line) => line.split(" ")[1]));
  expect(files.flatMap((file) => flaws(file, (name) => names.has(name)))).toEqual([]);
});

const SOUND = `
/**
 * The square of a number.
 *
 * x² = x · x
 *
 * @param x a finite number
 * @returns a number ≥ 0
 * @throws RangeError if x is NaN
 * @source Euclid, Elements II.4
 */
export function square(x: number): number {
  if (Number.isNaN(x)) throw new RangeError("x is NaN");
  return x * x;
}`;

it.each([
  ["is sound", "", "", []],
  ["has no comment", /\/\*\*.*?\*\//s, "", ["no docstring", "neither a formula", "@param x", "@returns", "@throws RangeError"]],
  ["has no full stop", "number.\n", "number\n", ["one sentence"]],
  ["says two sentences at once", "number.\n", "number. It is positive.\n", ["one sentence"]],
  ["leaves a parameter out", /.*@param.*\n/, "", ["@param x is missing"]],
  ["names another parameter", "@param x", "@param y", ["@param x is missing"]],
  ["says nothing of a parameter", "@param x a finite number", "@param x", ["@param x says nothing"]],
  ["says nothing of its value", /.*@returns.*\n/, "", ["@returns is missing"]],
  ["says nothing of its error", /.*@throws.*\n/, "", ["@throws RangeError is missing"]],
  ["names no source where there is no formula", /.*x² = .*\n|.*@source.*\n/g, "", ["neither a formula nor a @source"]],
  ["has a source that is a placeholder", "Euclid, Elements II.4", "<author, year>", ["an empty @source"]],
] as const)("a function that %s is judged so", (_, part, other, expected) => {
  const found = flaws({ path: "src/random/square.ts", text: SOUND.replace(part, other) });
  expect(found).toEqual(expected.map((flaw) => expect.stringContaining(flaw) as string));
});

it("a bare method of a class, and a bare interface, are found", () => {
  const head = "/** Counts, n = 0, 1, …. */\nexport class Counter {\n";
  const file = (text: string): SourceText => ({ path: "src/random/counter.ts", text });
  expect(flaws(file(`${head} #n = 0;\n #hidden(): number { return 1; }\n private other(): number { return 1; }\n}`))).toEqual([]);
  expect(flaws(file(`${head} next(): number { return 1; }\n}`))).toEqual([expect.stringContaining("no docstring")]);
  expect(flaws(file(`${head} /** One more. */ add(by: number): void {}\n}`))).toEqual([expect.stringContaining("@param by")]);
  expect(flaws(file("export interface Bare { readonly x: number }"))).toEqual([expect.stringContaining("no docstring")]);
});
