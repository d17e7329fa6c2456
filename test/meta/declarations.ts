import ts from "typescript";
import { parse, type SourceText } from "./sources.js";

/** One exported name: its declaration, and the node that carries its documentation. */
export interface Declaration {
  readonly name: string;
  readonly kind: "class" | "const" | "function" | "interface" | "namespace" | "type";
  readonly node: ts.Node;
  /** The function, where the name is one: declared, or an arrow bound to a constant. */
  readonly callable: ts.FunctionLikeDeclaration | undefined;
}

const isExported = (node: ts.Statement): boolean =>
  (ts.isExportDeclaration(node) && node.exportClause !== undefined && ts.isNamespaceExport(node.exportClause)) ||
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/**
 * What a file declares and exports; names that it passes on from elsewhere are not its own, a namespace made of them is.
 *
 * @param source the file
 * @returns the declarations, in the order of the text
 */
export function declarationsOf(source: SourceText): Declaration[] {
  return parse(source).statements.filter(isExported).flatMap((node): Declaration[] => {
    if (ts.isFunctionDeclaration(node)) return [{ name: node.name!.text, kind: "function", node, callable: node }];
    if (ts.isClassDeclaration(node)) return [{ name: node.name!.text, kind: "class", node, callable: undefined }];
    if (ts.isInterfaceDeclaration(node)) return [{ name: node.name.text, kind: "interface", node, callable: undefined }];
    if (ts.isTypeAliasDeclaration(node)) return [{ name: node.name.text, kind: "type", node, callable: undefined }];
    if (ts.isExportDeclaration(node)) return [{ name: (node.exportClause as ts.NamespaceExport).name.text, kind: "namespace", node, callable: undefined }];
    if (!ts.isVariableStatement(node)) throw new TypeError(`${source.path} exports a ${ts.SyntaxKind[node.kind]}: declare a function, class, constant or type`);
    return node.declarationList.declarations.map(({ name, initializer }) => {
      const callable = initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) ? initializer : undefined;
      return { name: name.getText(), kind: callable ? "function" : "const", node, callable };
    });
  });
}

/** The parts of a documentation comment that the rules speak of. */
export interface Docstring {
  /** All text before the first tag. */
  readonly description: string;
  /** The text of every tag, by its name; `@param` and `@throws` keep the word that follows them. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
}

/**
 * The documentation comment before a declaration.
 *
 * @param node the declaration
 * @returns its parts, empty where there is no comment
 */
export function docstringOf(node: ts.Node): Docstring {
  const comment = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
  const tags = new Map<string, string[]>();
  for (const tag of comment?.tags ?? []) {
    // The text itself, not the parser's reading of it, which takes a first word for a name or a type in some tags.
    const text = tag.getText().replace(/^@\w+/, "").replaceAll(/\n[ \t]*\*[ \t]?/g, "\n").trim();
    tags.set(tag.tagName.text, [...(tags.get(tag.tagName.text) ?? []), text]);
  }
  return { description: (ts.getTextOfJSDocComment(comment?.comment) ?? "").trim(), tags };
}
