import { normal } from "../../../src/random/normal.js";
import type { TargetProblem } from "../../../src/models/baselines/simulatedTargets.js";

/** Two causes and their sum. */
interface Causes {
  readonly a: number;
  readonly b: number;
}

/** x = (a + .5 ε₁, b + .5 ε₂, 7), a ~ N(1, 1), b ~ N(0, 1); target 2a − b, so E[target | x] = 2(1 + .8(x₁ − 1)) − .8 x₂. */
export const linearProblem: TargetProblem<Causes, readonly number[]> = {
  simulator: {
    id: "two-causes",
    prior: {
      sample(key) {
        const stream = key.stream();
        return { a: normal(stream, 1, 1), b: normal(stream) };
      },
    },
    simulate(key, { a, b }) {
      const stream = key.stream();
      return [normal(stream, a, 0.5), normal(stream, b, 0.5), 7];
    },
  },
  features: (x) => x,
  target: ({ a, b }) => 2 * a - b,
};
