import type { Entry } from "../entry.js";
import { BadSubmission } from "./badSubmission.js";

/** Where the module of a submission is found by whoever scores it. */
const PLACE = Symbol.for("simverdict/submitted-module");

/**
 * A setup file for the test workers, which puts a submitted module where `submittedModule` finds it; so it is loaded as
 * board files are, TypeScript and all.
 *
 * @param path the module's absolute path
 * @returns the file's text
 */
export function moduleSetup(path: string): string {
  return `import * as submitted from ${JSON.stringify(path)};\nglobalThis[Symbol.for(${JSON.stringify(PLACE.description)})] = submitted;\n`;
}

/**
 * The entry that the submitted module exports.
 *
 * @param scope where the setup file put the module
 * @returns its `entry`
 * @throws BadSubmission if it exports no such entry
 */
export function submittedModule<X, P>(scope: object = globalThis): Entry<X, P> {
  const { entry } = ((scope as Record<symbol, unknown>)[PLACE] ?? {}) as { readonly entry?: Partial<Entry<X, P>> };
  if (typeof entry?.prepare !== "function") {
    throw new BadSubmission("the module must export const entry = { model, source, prepare }, with the function prepare");
  }
  return entry as Entry<X, P>;
}
