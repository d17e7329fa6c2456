import { posix } from "node:path";
import ts from "typescript";
import { parse, type SourceText, walk } from "./sources.js";

/**
 * Everything a file imports or exports from elsewhere, type imports and dynamic imports included.
 *
 * @param source the file
 * @returns the module specifiers, in the order of the text
 */
export function specifiersOf(source: SourceText): string[] {
  const found: string[] = [];
  const add = (node: ts.Node | undefined): void => {
    if (node !== undefined && ts.isStringLiteralLike(node)) found.push(node.text);
  };
  walk(parse(source), (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isExternalModuleReference(node)) add(node.expression);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
  });
  return found;
}

/**
 * The repository file that a relative specifier names.
 *
 * @param from path of the importing file
 * @param specifier for example `./key.js`
 * @returns for example `src/random/key.ts`; undefined where the specifier names a package
 */
export function targetOf(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts");
}

/**
 * The package that a specifier names.
 *
 * @param specifier for example `@scope/name/part` or `vitest/node`
 * @returns for example `@scope/name` or `vitest`; undefined for relative files and Node's own modules
 */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith(".") || specifier.startsWith("node:")) return undefined;
  return specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}

/**
 * The cycles of a graph of files.
 *
 * @param edges the files that each file imports
 * @returns every cycle that a depth-first search closes, as `a → b → a`
 */
export function cycles(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(" → "));
    if (path.includes(file) || done.has(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  return found;
}
