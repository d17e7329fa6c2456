import { loadModule, reasonOf } from "./loadModule.js";
import { UsageError } from "./usageError.js";

/**
 * What a module of the user's exports under a name; a promise is waited for.
 *
 * @param path the file, from the caller's folder; loaded by `loadModule`
 * @param name the export
 * @param how what it is to be, for the message when it is missing
 * @returns its value
 * @throws UsageError if there is no such file or export, the module does not load, or the promise fails
 */
export async function loadExport(path: string, name: string, how: string): Promise<unknown> {
  const module = await loadModule(path);
  const outcome = module.get(name);
  if (outcome === undefined) {
    const names = [...module.keys()];
    throw new UsageError(`${path} has no export "${name}"${names.length === 0 ? "" : `, but ${names.join(", ")}`}: export ${how}`);
  }
  if (outcome.status === "fulfilled") return outcome.value;
  throw new UsageError(`${path}: ${name} failed: ${reasonOf(outcome.reason)}`);
}
