import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { CoupledKernel } from "simverdict";

/**
 * The kernel of bodies that a lemma is checked on: the export `kernel` of the module whose path the environment variable
 * `SIMVERDICT_MODEL` holds; undefined if it holds none.
 *
 * @param members what the lemma needs of a kernel: `init` and `step` for a black box, `noise` and `stepWithNoise` too
 *   where noise is transformed
 */
export async function kernelUnderTest<Member extends keyof CoupledKernel>(
  members: readonly Member[],
): Promise<Pick<CoupledKernel, Member> | undefined> {
  const path = process.env.SIMVERDICT_MODEL;
  if (path === undefined || path === "") return undefined;
  const { kernel } = (await import(pathToFileURL(resolve(path)).href)) as { kernel?: Partial<CoupledKernel> };
  const missing = members.find((name) => typeof kernel?.[name] !== "function");
  if (missing !== undefined) throw new TypeError(`${path} must export a kernel with ${members.join(", ")}: ${missing} is missing`);
  return kernel as Pick<CoupledKernel, Member>;
}
