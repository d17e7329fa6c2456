import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The repository. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** A source file: its path from the repository with `/`, and its text. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/**
 * The files below a folder, sorted.
 *
 * @param folder relative to the repository
 * @param suffix how the names end
 * @returns paths and texts; none where there is no such folder
 */
export function sources(folder: string, suffix = ".ts"): SourceText[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !path.includes("node_modules/"))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
}

/**
 * The syntax tree of a file.
 *
 * @param source the file
 * @returns the tree, with parents and documentation comments
 */
export function parse({ path, text }: SourceText): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
}

/**
 * Visit a tree in the order of its text.
 *
 * @param node where to begin
 * @param visit called with every node
 */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/**
 * Where a node stands, for messages.
 *
 * @param node any node of a parsed file
 * @returns for example `src/random/key.ts:12`
 */
export function place(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
