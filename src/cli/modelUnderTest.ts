import { statSync } from "node:fs";
import type { TheoremListing } from "../harness/listing.js";
import { BadModel, modelPath, requireModel } from "../harness/modelUnderTest.js";
import { loadModule, reasonOf } from "./loadModule.js";
import { UsageError } from "./usageError.js";

/**
 * The file of the model that a run is to judge.
 *
 * @param option what `--model` says
 * @param environment for example `process.env`, whose `SIMVERDICT_MODEL` stands in for the option
 * @returns the file; undefined if there is none
 * @throws UsageError if it is named but is no file
 */
export function modelFile(option: string | undefined, environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const path = option ?? modelPath(environment);
  if (path === undefined) return undefined;
  if (path.trim() === "") throw new UsageError("--model must be a file, got an empty name");
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new UsageError(`--model: there is no ${path}: name a TypeScript or JavaScript module`);
  if (!found.isFile()) throw new UsageError(`--model must be a file, got the folder ${path}`);
  return path;
}

/**
 * Make sure, before anything runs, that a module holds a model that theorems can judge.
 *
 * @param path the module's file
 * @param theorems those that would run
 * @returns id → why the model is none for that theorem, for theorems that take models but not this one
 * @throws UsageError if none of them takes a model, the module does not load, or it is no model for any of them
 */
export async function checkModel(path: string, theorems: readonly TheoremListing[]): Promise<ReadonlyMap<string, string>> {
  const taking = theorems.filter(({ model }) => model !== undefined);
  if (taking.length === 0) {
    const [some, more] = [theorems.slice(0, 4).map(({ id }) => id).join(", "), theorems.length > 4 ? ", …" : ""];
    throw new UsageError(`--model: none of ${some}${more} judges a model; simverdict list shows which theorems do`);
  }
  const module = await loadModule(path);
  const exported = (name: string): unknown => {
    const outcome = module.get(name);
    if (outcome?.status === "rejected") throw new UsageError(`${path}: ${name} failed: ${reasonOf(outcome.reason)}`);
    return outcome?.value;
  };
  const exports = { kernel: exported("kernel"), domain: exported("domain") };
  const unfit = new Map<string, string>();
  for (const { id, model } of taking) {
    try {
      requireModel(path, exports, model!);
    } catch (error) {
      if (!(error instanceof BadModel)) throw error;
      unfit.set(id, error.message);
    }
  }
  if (unfit.size === taking.length) throw new UsageError(`--model: ${reasons(unfit).join("; ")}`);
  return unfit;
}

/** Every reason once, after the theorems that it is given for. */
function reasons(unfit: ReadonlyMap<string, string>): string[] {
  const ids = (why: string): string => [...unfit].flatMap(([id, own]) => (own === why ? [id] : [])).join(", ");
  return [...new Set(unfit.values())].map((why) => `${ids(why)}: ${why}`);
}
