import ts from "typescript";
import { expect, it } from "vitest";
import { parse, sources, type SourceText } from "./sources.js";

/** Whether a file has no code of its own: only types, and names passed on from elsewhere. */
function hasNoCode(source: SourceText): boolean {
  return parse(source).statements.every((statement) => {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return true;
    if (ts.isImportDeclaration(statement)) return statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return ts.isExportDeclaration(statement);
  });
}

const mirrorOf = (path: string): string => path.replace(/^src\//, "test/").replace(/\.ts$/, ".test.ts");

function untested(files: readonly SourceText[], tests: ReadonlySet<string>): string[] {
  return files
    .filter(({ path }) => path !== "src/index.ts" && !path.endsWith(".data.ts"))
    .filter((file) => !tests.has(mirrorOf(file.path)) && !hasNoCode(file))
    .map(({ path }) => `${path} has no ${mirrorOf(path)}`);
}

it("every file of src/ has its test at the mirrored path", () => {
  expect(untested(sources("src"), new Set(sources("test").map(({ path }) => path)))).toEqual([]);
});

it("a file without its test is found; types, tables and names passed on need none", () => {
  const file = (path: string, text: string): SourceText => ({ path, text });
  const value = "export const a = 1;";
  const types = 'import type { B } from "./b.js"; export interface A { b: B } export type C = A; export type { B };';
  const code = [file("src/x/a.ts", value), file("src/x/a.data.ts", value), file("src/index.ts", value), file("src/x/types.ts", types)];
  expect(untested(code, new Set())).toEqual(["src/x/a.ts has no test/x/a.test.ts"]);
  expect(untested(code, new Set(["test/x/a.test.ts"]))).toEqual([]);
  expect(untested([file("src/x/e.ts", 'import { b } from "./b.js"; export type A = typeof b;')], new Set())).toHaveLength(1);
});
