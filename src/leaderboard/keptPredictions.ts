import { isDeepStrictEqual } from "node:util";
import { BadCheckpoint } from "../nn/checkpoint/badCheckpoint.js";
import { seal, type SealedKind, unseal } from "../nn/checkpoint/sealed.js";
import { readIfThere, writeWhole } from "../nn/checkpoint/wholeFile.js";

const MEND = "move it away to predict anew, or name another folder";
const KIND: SealedKind = { schema: "predictions", format: 1, noun: "file of predictions", mend: MEND };

/** All that predictions depend on: a digest or a name of each. */
export interface PredictionsIdentity {
  /** The entry. */
  readonly model: string;
  readonly key: string;
  /** The test cases, truths included. */
  readonly cases: string;
  /** The parameters that its trainings ended with. */
  readonly parameters: string;
  readonly backend: string;
}

/**
 * Predictions that are made once and then read from a file.
 *
 * The file says whose they are, and is written whole or not at all. Predictions that are not the same when they come back from
 * JSON are made every time.
 *
 * @param path the file
 * @param identity what the predictions depend on
 * @param make makes them, where they are not there yet
 * @param found hears that they are there
 * @returns the predictions
 * @throws BadCheckpoint, in one line that names the file, if it cannot be read or written, is truncated, does not have its
 *   digest, has a newer format, or holds predictions of something else
 */
export async function keptPredictions<P>(
  path: string,
  identity: PredictionsIdentity,
  make: () => readonly P[] | Promise<readonly P[]>,
  found: () => void = () => {},
): Promise<readonly P[]> {
  const bytes = await readIfThere(path);
  if (bytes !== undefined) {
    const predictions = read(path, bytes, identity);
    found();
    return predictions as P[];
  }
  const predictions = await make();
  const text = JSON.stringify({ ...identity, predictions });
  const isSame = isDeepStrictEqual((JSON.parse(text) as { predictions: unknown }).predictions, predictions);
  if (isSame) await writeWhole(path, seal(KIND, Buffer.from(text)));
  return predictions;
}

/** What a file holds, if it is of these. */
function read(path: string, bytes: Uint8Array, own: PredictionsIdentity): readonly unknown[] {
  try {
    const held = JSON.parse(unseal(KIND, bytes).toString("utf8")) as PredictionsIdentity & { readonly predictions: readonly unknown[] };
    for (const name of ["model", "key", "cases", "parameters", "backend"] as const) {
      if (held[name] !== own[name]) throw new BadCheckpoint(`holds predictions with other ${name} (${short(held[name])}, not ${short(own[name])}): ${MEND}`);
    }
    return held.predictions;
  } catch (error) {
    if (!(error instanceof BadCheckpoint)) throw error;
    throw new BadCheckpoint(`${path} ${error.message}`, { cause: error });
  }
}

/** Digests by their first digits. */
const short = (value: string): string => (/^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 8)}…` : value);
