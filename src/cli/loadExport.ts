import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { oneLine } from "../harness/oneLine.js";
import { ENTRY } from "./packageRoot.js";
import { UsageError } from "./usageError.js";

/**
 * What a module of the user's exports under a name; a promise is waited for.
 *
 * TypeScript or JavaScript is loaded as spec files are: by Vite, and with `simverdict` found.
 *
 * @param path the file, from the caller's folder
 * @param name the export
 * @param how what it is to be, for the message when it is missing
 * @returns its value
 * @throws UsageError if there is no such file or export, the module does not load, or the promise fails
 */
export async function loadExport(path: string, name: string, how: string): Promise<unknown> {
  const file = resolve(path);
  if (!existsSync(file)) throw new UsageError(`there is no ${path}: name a TypeScript or JavaScript module`);
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
      throw new UsageError(`${path} does not load: ${reason(error)}`);
    });
    // all of them: the server closes, and what still runs could load nothing more
    const values = await Promise.allSettled(Object.values(module));
    const names = Object.keys(module);
    if (!names.includes(name)) {
      throw new UsageError(`${path} has no export "${name}"${names.length === 0 ? "" : `, but ${names.join(", ")}`}: export ${how}`);
    }
    const outcome = values[names.indexOf(name)];
    if (outcome.status === "fulfilled") return outcome.value;
    throw new UsageError(`${path}: ${name} failed: ${reason(outcome.reason)}`);
  } finally {
    await server.close();
  }
}

const reason = (error: unknown): string => oneLine(error instanceof Error ? error.message : String(error));
