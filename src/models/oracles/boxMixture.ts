import type { Stream } from "../../random/stream.js";
import type { LogBox } from "../baselines/fitting/logBox.js";
import type { Density } from "./studentLaw.js";

/** A law of a mixture, with its weight. */
export interface Component {
  readonly law: Density;
  /** Positive. */
  readonly weight: number;
}

/** A mixture in which the number of draws of every component is fixed. */
export interface BoxMixture {
  /** Draws z, shape [count][d]: of every component its share, in the order of the components. */
  readonly sample: (stream: Stream, count: number) => Float64Array[];
  /** log q(z). */
  readonly logDensity: (z: ArrayLike<number>) => number;
}

/**
 * A mixture of laws with the uniform law on a box, which keeps importance weights in the box bounded.
 *
 * q = a/V + (1 − a) Σ_k w_k q_k/Σ_k w_k in the box of volume V, without its first term outside
 *
 * @param box bounds, shape [d] each
 * @param uniformShare a, in (0, 1]; 1 only where there is no other component
 * @param components laws q_k with weights w_k
 * @returns the mixture
 * @throws RangeError if a is outside its domain
 * @source Hesterberg 1995, "Weighted average importance sampling and defensive mixture distributions"
 */
export function boxMixture(box: LogBox, uniformShare: number, components: readonly Component[]): BoxMixture {
  const { lower, upper } = box;
  if (!(uniformShare > 0 && (components.length === 0 ? uniformShare === 1 : uniformShare < 1))) {
    throw new RangeError(`uniformShare must be in (0, 1), or 1 alone, got ${uniformShare}`);
  }
  const logVolume = lower.reduce((sum, low, j) => sum + Math.log(upper[j] - low), 0);
  const uniform: Density = {
    sample(stream, out) {
      for (let j = 0; j < lower.length; j++) out[j] = lower[j] + (upper[j] - lower[j]) * stream.uniform();
    },
    logDensity: (z) => (isInside(box, z) ? -logVolume : -Infinity),
  };
  const total = components.reduce((sum, { weight }) => sum + weight, 0);
  const all = [
    { law: uniform, share: uniformShare },
    ...components.map(({ law, weight }) => ({ law, share: ((1 - uniformShare) * weight) / total })),
  ];
  return {
    sample(stream, count) {
      const draws: Float64Array[] = [];
      let until = 0;
      all.forEach(({ law, share }, k) => {
        until += share;
        const end = k === all.length - 1 ? count : Math.round(until * count);
        while (draws.length < end) {
          const z = new Float64Array(lower.length);
          law.sample(stream, z);
          draws.push(z);
        }
      });
      return draws;
    },
    logDensity(z) {
      let sum = 0;
      for (const { law, share } of all) sum += share * Math.exp(law.logDensity(z));
      return Math.log(sum);
    },
  };
}

/**
 * Whether a point lies in a box.
 *
 * lower_j ≤ z_j ≤ upper_j for all j
 *
 * @param box bounds, shape [d] each
 * @param z shape [d]
 * @returns whether it does; a NaN lies in no box
 * @source none: definition of a box
 * @example isInside({ lower: new Float64Array([0]), upper: new Float64Array([1]) }, [2]) // => false
 */
export function isInside({ lower, upper }: LogBox, z: ArrayLike<number>): boolean {
  for (let j = 0; j < lower.length; j++) if (!(z[j] >= lower[j] && z[j] <= upper[j])) return false;
  return true;
}
