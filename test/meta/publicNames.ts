import ts from "typescript";
import { declarationsOf } from "./declarations.js";
import { targetOf } from "./imports.js";
import { parse, type SourceText } from "./sources.js";

/**
 * What an index exports; it may hold nothing but names passed on.
 *
 * @param index the index
 * @param files all files it may pass names on from
 * @returns every name as `kind name`, sorted by name
 * @throws TypeError if the index has logic, or passes on what is not declared
 */
export function publicNames(index: SourceText, files: readonly SourceText[]): string[] {
  const names = parse(index).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) throw new TypeError(`${index.path} has logic: ${statement.getText()}`);
    const target = targetOf(index.path, (statement.moduleSpecifier as ts.StringLiteral).text);
    const file = files.find(({ path }) => path === target);
    if (file === undefined) throw new TypeError(`${index.path}: no file for ${statement.getText()}`);
    const declared = declarationsOf(file).map(({ name, kind }) => ({ name, line: `${kind} ${name}` }));
    const clause = statement.exportClause;
    if (clause === undefined) return declared.map(({ line }) => line);
    if (!ts.isNamedExports(clause)) throw new TypeError(`${index.path}: export names, not a namespace: ${statement.getText()}`);
    return clause.elements.map(({ name }) => {
      const found = declared.find((declaration) => declaration.name === name.text);
      if (found === undefined) throw new TypeError(`${index.path} exports ${name.text}, which ${file.path} does not declare`);
      return found.line;
    });
  });
  return names.sort((a, b) => (a.split(" ")[1] < b.split(" ")[1] ? -1 : 1));
}
