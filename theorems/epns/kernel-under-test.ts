import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { modelPath, type ModelNeeds, requireModel } from "simverdict";

/**
 * The user's kernel that a lemma is checked on: the export `kernel` of the module that `simverdict verify --model` names.
 *
 * @param needs what the theorem needs of a kernel, domain by domain
 * @param domain what is asked for
 * @returns the kernel; undefined if no module is named, or its kernel is of another domain
 */
export async function kernelUnderTest<Kernel>(needs: ModelNeeds, domain: "bodies" | "cells"): Promise<Kernel | undefined> {
  const path = modelPath(process.env);
  if (path === undefined) return undefined;
  const exports = (await import(pathToFileURL(resolve(path)).href)) as Record<string, unknown>;
  const model = requireModel(path, exports, needs);
  return model.domain === domain ? (model.kernel as Kernel) : undefined;
}
