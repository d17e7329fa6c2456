import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { Place } from "../report/githubAnnotations.js";
import { PACKAGE_ROOT } from "./packageRoot.js";

/**
 * Where a theorem stands.
 *
 * @param theorem its id, and the spec file as recorded; null for a theorem of the package's own, found by its id
 * @returns the file relative to the working folder, and the line of the `theorem(…)` that has the id as a literal, else that of the first `theorem(…)`, else 1; null
 *   where the file is gone, or an installed package's
 */
export function specPlace({ id, file }: { readonly id: string; readonly file: string | null }): Place | null {
  const path = file === null ? ownFile(id) : resolve(file);
  if (path === undefined || !existsSync(path)) return null;
  if (path.includes(`${sep}node_modules${sep}`)) return null;
  const lines = readFileSync(path, "utf8").split("\n");
  const literal = lines.findIndex((line) => ['"', "'", "`"].some((quote) => line.includes(quote + id + quote)));
  const call = lines.findIndex((line) => /\btheorem\s*[(<]/.test(line));
  return { file: relative(process.cwd(), path), line: 1 + Math.max(0, literal < 0 ? call : literal) };
}

/** The package's own spec whose path the id begins with. */
function ownFile(id: string): string | undefined {
  const words = id.split("/");
  return words.map((_, i) => join(PACKAGE_ROOT, "theorems", `${words.slice(0, i + 1).join("/")}.theorem.ts`)).find(existsSync);
}
