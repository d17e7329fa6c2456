import type { Stream } from "./stream.js";

/** Where the tail starts, and the common area of the 256 layers, for the density e^(−x²/2); solved at 40 digits. */
const TAIL = 3.6541528853610088;
const AREA = 0.0049286732339746554;
const LAYERS = 256;

const density = (x: number): number => Math.exp(-0.5 * x * x);

/** Right edges of the layers, from the base (widened to hold the tail's area) up to 0. */
const edges = new Float64Array(LAYERS + 1);
edges[0] = AREA / density(TAIL);
edges[1] = TAIL;
for (let i = 1; i < LAYERS - 1; i++) edges[i + 1] = Math.sqrt(-2 * Math.log(density(edges[i]) + AREA / edges[i]));
const heights = edges.map(density);

/** |x| given |x| > TAIL. */
function tail(stream: Stream): number {
  for (;;) {
    const excess = -Math.log(1 - stream.uniform()) / TAIL;
    if (-2 * Math.log(1 - stream.uniform()) > excess * excess) return TAIL + excess;
  }
}

/**
 * One draw from the normal law with the given mean and standard deviation (not variance).
 *
 * p(x) = exp(−(x − mean)² / (2 sd²)) / (sd √(2π)); ziggurat of 256 layers with independent bits for the layer
 * and the position, exact up to float64 rounding.
 *
 * @param stream source of randomness
 * @param mean a finite number
 * @param sd standard deviation, finite and ≥ 0; 0 gives the mean
 * @returns a finite number in the units of mean
 * @throws RangeError if mean is not finite or sd is negative or not finite
 * @source Marsaglia & Tsang 2000, "The ziggurat method for generating random variables"; independent bits:
 *   Doornik 2005, "An improved ziggurat method to generate normal random samples"
 * @example normal(Key.root(0).stream(), 3, 0) // => 3
 */
export function normal(stream: Stream, mean = 0, sd = 1): number {
  if (!(sd >= 0 && sd < Infinity)) throw new RangeError(`sd must be finite and ≥ 0, got ${sd}`);
  if (!(Math.abs(mean) < Infinity)) throw new RangeError(`mean must be finite, got ${mean}`);
  for (;;) {
    const bits = stream.int32();
    const layer = bits >>> 24;
    const scale = (bits & 0x800000) === 0 ? sd : -sd;
    const x = stream.uniform() * edges[layer];
    if (x < edges[layer + 1]) return mean + scale * x;
    if (layer === 0) return mean + scale * tail(stream);
    const floor = heights[layer];
    if (floor + stream.uniform() * (heights[layer + 1] - floor) < density(x)) return mean + scale * x;
  }
}
