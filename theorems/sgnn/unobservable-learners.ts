import { fitSgnn, type Key, logisticGrowth, type Simulator, squaredError } from "simverdict";
import type { Series } from "./unobservable-worlds.js";

/** A guess at the target from x. */
export type Rule = (x: Series) => number;

const SIZES = { simulations: 4_000, steps: 500 };

/**
 * A net that is trained on what can be observed, the last observation from those before, and whose forecast is taken for
 * the target.
 */
export async function nextObservation<Theta>(world: Simulator<Theta, Series>, key: Key): Promise<Rule> {
  const past = (x: Series): Series => x.slice(0, -1);
  const series: Simulator<Series, Series> = {
    id: `past of ${world.id}`,
    prior: { sample: (k) => world.simulate(k.fold("x"), world.prior.sample(k.fold("theta"))) },
    simulate: (_, x) => past(x),
  };
  const problem = { simulator: series, features: (x: Series) => x, target: (x: Series) => x[x.length - 1], loss: squaredError };
  const net = await fitSgnn(problem, SIZES, key);
  return (x) => net.predict([past(x)])[0][0];
}

/** The mean of x: in reporting-confounded a maximum of the likelihood, that at which every case is reported. */
export const mean: Rule = (x) => x.reduce((sum, value) => sum + value, 0) / x.length;

/** The largest observation. */
export const maximumObserved: Rule = (x) => Math.max(...x);

/** a = b = ½ mean(x), the shortest of the vectors (a, b) that fit x best. */
export const minimumNormSplit: Rule = (x) => mean(x) / 2;

/** Times of early growth. */
const TIMES = Array.from({ length: 10 }, (_, i) => i + 1);

/** Capacities among which maximum likelihood chooses, log K = 2, 2.5, …, 25. */
const LOG_CAPACITIES = Array.from({ length: 47 }, (_, i) => 2 + i / 2);

/** Maximum likelihood of log K in early growth: the rate is fitted by Gauss–Newton for every capacity of a grid. */
export const maximumLikelihoodCapacity: Rule = (x) => {
  const slope = TIMES.reduce((sum, t, i) => sum + t * x[i], 0) / TIMES.reduce((sum, t) => sum + t * t, 0);
  let best = { misfit: Infinity, logCapacity: NaN };
  let rate = Math.max(0.01, slope);
  for (const logCapacity of [...LOG_CAPACITIES].reverse()) {
    const path = (r: number): number[] => TIMES.map((t) => logisticGrowth(t, 1, r, Math.exp(logCapacity)));
    for (let iteration = 0; iteration < 4; iteration++) {
      const [here, there] = [path(rate), path(rate * 1.0001)];
      const [up, across] = here.reduce(
        ([numerator, denominator], value, i) => {
          const gradient = (there[i] - value) / (rate * 1e-4);
          return [numerator + gradient * (x[i] - value), denominator + gradient * gradient];
        },
        [0, 0],
      );
      rate = Math.min(10, Math.max(0.01, rate + up / across));
    }
    const misfit = path(rate).reduce((sum, value, i) => sum + (x[i] - value) ** 2, 0);
    if (misfit < best.misfit) best = { misfit, logCapacity };
  }
  return best.logCapacity;
};
