import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { oneLine } from "../harness/oneLine.js";
import { ENTRY } from "./packageRoot.js";
import { UsageError } from "./usageError.js";

/**
 * What a module of the user's exports, promises waited for.
 *
 * TypeScript or JavaScript is loaded as spec files are: by Vite, and with `simverdict` found. From then on stack traces of this
 * process name the lines of the file as it was written.
 *
 * @param path the file, from the caller's folder
 * @returns how each of its exports ended, by name
 * @throws UsageError if there is no such file, or the module does not load
 */
export async function loadModule(path: string): Promise<ReadonlyMap<string, PromiseSettledResult<unknown>>> {
  const file = resolve(path);
  if (!existsSync(file)) throw new UsageError(`there is no ${path}: name a TypeScript or JavaScript module`);
  process.setSourceMapsEnabled(true); // Vite puts a map into all code that it makes
  const { createViteServer } = await import("vitest/node");
  const server = await createViteServer({
    root: process.cwd(),
    configFile: false,
    appType: "custom",
    logLevel: "silent",
    server: { middlewareMode: true, watch: null, ws: false, hmr: false },
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: { simverdict: ENTRY } },
  });
  try {
    const module = await server.ssrLoadModule(file).catch((error: unknown) => {
      throw new UsageError(`${path} does not load: ${reasonOf(error)}`);
    });
    // all of them: the server closes, and what still runs could load nothing more
    const values = await Promise.allSettled(Object.values(module));
    return new Map(Object.keys(module).map((name, i) => [name, values[i]]));
  } finally {
    await server.close();
  }
}

/**
 * An error's message, in one line.
 *
 * @param error whatever was thrown
 * @returns the line
 * @example reasonOf(new Error("one\ntwo")) // => "one two"
 */
export const reasonOf = (error: unknown): string => oneLine(error instanceof Error ? error.message : String(error));
