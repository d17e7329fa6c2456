import { constants, deflateSync, inflateSync } from "node:zlib";
import { Key } from "../../random/key.js";
import { BadBase } from "./badBase.js";

/** Steps between the ends of the range. */
const STEPS = 63;
/** What rounds: equal for every record, so that equal scores stay equal. */
const DITHER = Key.root(0).fold("packed scores");

/**
 * Per-case scores in few bytes: each rounded up or down at random to 1/63 of the range, then deflated.
 *
 * k_i = ⌊63 (s_i − low)/(high − low) + U_i⌋ with fixed uniform U_i, one byte each: E[k_i] is the score, so that a test of
 * the mean tests the same mean. 0/1 errors are exact; the mean of n others moves by at most 1/(126 √n) of the range, as a
 * standard deviation.
 *
 * @param scores s, each in the range
 * @param range [low, high]
 * @returns text in base64
 * @throws RangeError if a score is outside the range
 * @source Schuchman 1964, "Dither signals and their effect on quantization noise" (unbiased rounding)
 * @example packedScores([0, 1, 1], [0, 1]) === packedScores([5, 9, 9], [5, 9]) // => true
 */
export function packedScores(scores: ArrayLike<number>, [low, high]: readonly [number, number]): string {
  const bytes = Buffer.alloc(scores.length);
  const dither = DITHER.stream();
  for (let i = 0; i < scores.length; i++) {
    if (!(scores[i] >= low && scores[i] <= high)) throw new RangeError(`score ${i} is ${scores[i]}, not in [${low}, ${high}]`);
    bytes[i] = Math.min(STEPS, Math.floor((STEPS * (scores[i] - low)) / (high - low) + dither.uniform()));
  }
  return deflateSync(bytes, { level: constants.Z_BEST_COMPRESSION }).toString("base64");
}

/**
 * The scores in a packed text.
 *
 * @param text what `packedScores` made
 * @param cases how many scores there must be
 * @param range [low, high]
 * @returns the scores, rounded as `packedScores` rounds
 * @throws BadBase if the text is damaged or holds another number of scores
 * @example unpackedScores(packedScores([5, 9], [5, 9]), 2, [5, 9])[1] // => 9
 */
export function unpackedScores(text: string, cases: number, [low, high]: readonly [number, number]): Float64Array {
  let bytes: Buffer;
  try {
    bytes = inflateSync(Buffer.from(text, "base64"), { maxOutputLength: Math.max(1, cases) });
  } catch {
    throw new BadBase(`packed scores cannot be read, or are not those of ${cases} cases: make the record again`);
  }
  if (bytes.length !== cases) throw new BadBase(`packed scores are those of ${bytes.length} cases, not of ${cases}: make the record again`);
  return Float64Array.from({ length: cases }, (_, i) => Math.min(high, low + (bytes[i] / STEPS) * (high - low)));
}
