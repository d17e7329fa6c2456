import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { TestModule } from "vitest/node";
import { PACKAGE_ROOT } from "./packageRoot.js";

/** What a package's version, or the run's commit, identifies already. */
const IDENTIFIED = [`${sep}node_modules${sep}`, join(PACKAGE_ROOT, "src") + sep, join(PACKAGE_ROOT, "dist") + sep];

/**
 * The content hash of a spec: of its file and of every file that it imports, directly or not, leaving out installed
 * packages and simverdict itself, which are identified by their versions.
 *
 * @param module the loaded spec file
 * @returns 64 hexadecimal digits of SHA-256; the same wherever the files lie
 */
export function specHash(module: TestModule): string {
  const { moduleGraph } = module.project.vite.environments.ssr;
  const files = new Set<string>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const node of moduleGraph.getModulesByFile(file) ?? []) {
      for (const { file: imported } of node.importedModules) {
        if (imported !== null && !IDENTIFIED.some((part) => imported.includes(part))) visit(imported);
      }
    }
  };
  visit(module.moduleId);
  const content = [...files]
    .map((file) => [relative(dirname(module.moduleId), file).replaceAll(sep, "/"), readFileSync(file, "utf8")])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}
