/** How nets can run: native TensorFlow, WebAssembly, or the plain JavaScript reference. */
export const BACKENDS = ["tensorflow", "tfjs-wasm", "tfjs-cpu"] as const;

/** @see BACKENDS */
export type BackendName = (typeof BACKENDS)[number];

/**
 * Check the name of a backend.
 *
 * @param argument what the name was given as, for the message
 * @param name the name
 * @returns the name
 * @throws RangeError if there is no such backend
 * @example backendName("backend", "tfjs-cpu") // => "tfjs-cpu"
 */
export function backendName(argument: string, name: string): BackendName {
  const known = BACKENDS.find((candidate) => candidate === name);
  if (known === undefined) throw new RangeError(`${argument} must be one of ${BACKENDS.join(", ")}, got "${name}"`);
  return known;
}
