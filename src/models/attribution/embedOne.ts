import type { Embedding } from "./embedding.js";
import { type Standardisation, standardise } from "../../nn/standardisation.js";

/**
 * One observation in a corpus's coordinates.
 *
 * q_j = (e_j(x) − mean_j) / scale_j, in single precision
 *
 * @param net the embedding e
 * @param x one observation
 * @param by centre and scale of the corpus's embeddings, shape [width]
 * @returns q, shape [width]
 * @throws RangeError if the embedding of x is not finite or has another width; and whatever the net throws
 */
export function embedOne<X>(net: Embedding<X>, x: X, by: Standardisation): Float32Array {
  const [row] = net.embed([x]);
  const width = by.mean.length;
  if (row?.length !== width || !row.every(Number.isFinite)) {
    throw new RangeError(`the embedding of x must be ${width} finite numbers, got [${row?.join(", ")}]`);
  }
  return standardise({ data: row, width }, by);
}
