import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { modelPath, type ModelNeeds, requireModel } from "simverdict";
import { checkedBodies, type CheckedBodies, checkedCells, type CheckedCells, type HeldBodies, type HeldCells } from "./checked-kernel.js";

/**
 * The user's kernel that a lemma is checked on: the export `kernel` of the module that `simverdict verify --model` names.
 *
 * @param needs what the theorem needs of a kernel, domain by domain
 * @param domain what is asked for
 * @returns the kernel; undefined if no module is named, or its kernel is of another domain
 */
async function kernelUnderTest(needs: ModelNeeds, domain: "bodies" | "cells"): Promise<object | undefined> {
  const path = modelPath(process.env);
  if (path === undefined) return undefined;
  const exports = (await import(pathToFileURL(resolve(path)).href)) as Record<string, unknown>;
  const model = requireModel(path, exports, needs);
  return model.domain === domain ? model.kernel : undefined;
}

/** The user's kernel of bodies, its answers checked where they are given; undefined if there is none. */
export async function bodiesUnderTest(needs: ModelNeeds): Promise<CheckedBodies | undefined> {
  const kernel = await kernelUnderTest(needs, "bodies");
  return kernel && checkedBodies(kernel as HeldBodies);
}

/** The user's kernel of cells, likewise. */
export async function cellsUnderTest(needs: ModelNeeds): Promise<CheckedCells | undefined> {
  const kernel = await kernelUnderTest(needs, "cells");
  return kernel && checkedCells(kernel as HeldCells);
}
