import { bernoulli } from "../../random/bernoulli.js";
import type { Rows } from "../../statistics/twoSample/checkSample.js";
import { crossEntropy } from "../sgnn/crossEntropy.js";
import { fitSgnn, type SgnnOptions } from "../sgnn/fitSgnn.js";
import type { TwoSampleClassifier } from "./twoSampleClassifier.js";

/** Rows of a training batch. */
const BATCH = 128;

/** Sizes of the net, and how long it trains. */
export interface NetClassifierOptions extends Pick<SgnnOptions, "hidden" | "learningRate" | "weightDecay"> {
  /** Training steps of 128 rows, an integer ≥ 1; 500 if not given. */
  readonly steps?: number;
}

/**
 * The classifier by a small net, trained with cross entropy on both kinds equally often.
 *
 * a row x looks real ⇔ p_f(real | x) > ½, f the net that minimises −Σ log p_f(label | x) over rows drawn with
 * replacement, each kind with probability ½
 *
 * @param options sizes; two hidden layers of 32, learning rate 5e-3 and weight decay 1e-2 if not given
 * @returns a classifier for rows of real numbers; its training throws RangeError if an option is out of its domain
 * @source Lopez-Paz & Oquab 2017, arXiv 1610.06545 (classifier two-sample tests with nets)
 * @example netClassifier({ steps: 100 }).id // => "net(hidden=32,32, steps=100)"
 */
export function netClassifier(options: NetClassifierOptions = {}): TwoSampleClassifier {
  const { steps = 500, hidden = [32, 32], learningRate = 5e-3, weightDecay = 1e-2 } = options;
  return {
    id: `net(hidden=${hidden.join()}, steps=${steps})`,
    async fit(simulated, real, key) {
      const kinds: readonly Rows[] = [simulated, real];
      const problem = {
        simulator: {
          id: "rows drawn with replacement",
          prior: { sample: (k: typeof key) => bernoulli(k.stream(), 0.5) },
          simulate: (k: typeof key, label: 0 | 1) => kinds[label][Math.floor(k.stream().uniform() * kinds[label].length)],
        },
        features: (row: ArrayLike<number>) => row,
        target: (label: number) => label,
        loss: crossEntropy(2),
      };
      const sizes = { simulations: steps * BATCH, steps, batch: BATCH, hidden, learningRate, weightDecay };
      const net = await fitSgnn(problem, sizes, key);
      return (rows) => net.predict(rows).map(([, pReal]) => pReal > 0.5);
    },
  };
}
