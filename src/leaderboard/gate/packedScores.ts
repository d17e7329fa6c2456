import { constants, deflateSync, inflateSync } from "node:zlib";
import { BadBase } from "./badBase.js";

/** Steps between the ends of the range: two bytes for a score. */
const STEPS = 65_535;

/**
 * Per-case scores in few bytes: each rounded to 1/65535 of the range, then deflated.
 *
 * k_i = round(65535 (s_i − low)/(high − low)), as little-endian 16-bit integers. 0/1 errors are exact; the mean of any
 * others moves by at most 2⁻¹⁷ of the range.
 *
 * @param scores s, each in the range
 * @param range [low, high]
 * @returns text in base64
 * @throws RangeError if a score is outside the range
 * @example packedScores([0, 1, 1], [0, 1]) === packedScores([5, 9, 9], [5, 9]) // => true
 */
export function packedScores(scores: ArrayLike<number>, [low, high]: readonly [number, number]): string {
  const bytes = Buffer.alloc(2 * scores.length);
  for (let i = 0; i < scores.length; i++) {
    if (!(scores[i] >= low && scores[i] <= high)) throw new RangeError(`score ${i} is ${scores[i]}, not in [${low}, ${high}]`);
    bytes.writeUInt16LE(Math.round((STEPS * (scores[i] - low)) / (high - low)), 2 * i);
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
    bytes = inflateSync(Buffer.from(text, "base64"), { maxOutputLength: Math.max(1, 2 * cases) });
  } catch {
    throw new BadBase(`packed scores cannot be read, or are not those of ${cases} cases: make the record again`);
  }
  if (bytes.length !== 2 * cases) throw new BadBase(`packed scores are those of ${bytes.length / 2} cases, not of ${cases}: make the record again`);
  return Float64Array.from({ length: cases }, (_, i) => Math.min(high, low + (bytes.readUInt16LE(2 * i) / STEPS) * (high - low)));
}
