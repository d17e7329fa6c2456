import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** The functions that a theorem needs of a model under test, for every domain of models that it takes. */
export type ModelNeeds = Readonly<Record<string, readonly [string, ...string[]]>>;

/** A model that a theorem judges in place of its own. */
export interface ModelUnderTest {
  /** What it is a model of. */
  readonly domain: string;
  readonly kernel: Readonly<Record<string, unknown>>;
}

/** A module that holds no such model; the message names the module, and what it must export. */
export class BadModel extends Error {
  override readonly name = "BadModel";
}

/** The domain of a module that names none. */
const DOMAIN = "bodies";

/**
 * The model that a module exports: `kernel`, and `domain` if it is not of bodies.
 *
 * @param path the module's file, for the message
 * @param exports what it exports, by name
 * @param needs the functions that are needed, domain by domain
 * @returns the model, with all functions that its domain needs
 * @throws BadModel if there is no kernel, its domain is none of those, or a function is missing
 * @example requireModel("a.ts", { kernel: { step: Math.abs } }, { bodies: ["step"] }).domain // => "bodies"
 */
export function requireModel(path: string, exports: Readonly<Record<string, unknown>>, needs: ModelNeeds): ModelUnderTest {
  const { kernel, domain = DOMAIN } = exports;
  const taken = Object.keys(needs);
  const text = (value: unknown): string => (typeof value === "string" ? `"${value}"` : String(value));
  if (typeof kernel !== "object" || kernel === null) {
    throw new BadModel(`${path} must export kernel, an object with ${needs[taken[0]].join(", ")}; got ${text(kernel)}`);
  }
  if (typeof domain !== "string" || !Object.hasOwn(needs, domain)) {
    throw new BadModel(`${path} is a model of ${text(domain)} (its export domain), but ${taken.map(text).join(" or ")} is what is judged`);
  }
  const members = kernel as Readonly<Record<string, unknown>>;
  const missing = needs[domain].find((name) => typeof members[name] !== "function");
  if (missing !== undefined) throw new BadModel(`${path} must export a kernel with ${needs[domain].join(", ")}: ${missing} is missing`);
  return { domain, kernel: members };
}

/**
 * The file of the model under test, as the environment variable `SIMVERDICT_MODEL` names it.
 *
 * @param environment for example `process.env`
 * @returns the path, from the working folder; undefined if there is none
 * @example modelPath({ SIMVERDICT_MODEL: "" }) // => undefined
 */
export function modelPath(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  return environment.SIMVERDICT_MODEL || undefined;
}

/**
 * What a record says of a model under test.
 *
 * @param path the module's file
 * @returns the path, and the SHA-256 of the file as it is now: 64 hexadecimal digits
 */
export function modelIdentity(path: string): { readonly path: string; readonly sha256: string } {
  return { path, sha256: createHash("sha256").update(readFileSync(path)).digest("hex") };
}
