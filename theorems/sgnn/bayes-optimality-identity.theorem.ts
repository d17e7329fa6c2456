import fc from "fast-check";
import { betaBinomial, type Context, finiteWorld, fitSgnn, forAll, squaredError, theorem } from "simverdict";
import type { NetBudget } from "./predictors.js";

/** Equal up to rounding of sums of a few hundred terms of order 1. */
const ROUNDING = 1e-9;

/** A joint law of an outcome x in 0 … outcomes − 1 and a finite target y, as a table. */
interface Enumerated {
  /** p(x, y_k), shape [outcomes][targets]. */
  readonly joint: readonly (readonly number[])[];
  /** y_k, shape [targets]. */
  readonly targets: readonly number[];
  /** The predictor that the identity is about, shape [outcomes]. */
  readonly predictor: readonly number[];
  /** Predictors that a net trained for this target gives, early and late in training. */
  readonly nets: readonly (readonly number[])[];
}

/** Which of the posterior's summaries is called f*. */
type Centre = "mean" | "mode";

/** The centre of each row's law of y. */
function centres({ joint, targets }: Pick<Enumerated, "joint" | "targets">, centre: Centre): number[] {
  return joint.map((row) => {
    const total = row.reduce((sum, p) => sum + p, 0);
    const mean = row.reduce((sum, p, k) => sum + p * targets[k], 0) / total;
    return centre === "mean" ? mean : targets[row.indexOf(Math.max(...row))];
  });
}

/** E (y − f)² − E (y − f*)² − E (f − f*)², by enumeration. */
function defect({ joint, targets, predictor }: Enumerated, f: readonly number[]): number {
  let sum = 0;
  joint.forEach((row, x) =>
    row.forEach((p, k) => {
      sum += p * ((targets[k] - f[x]) ** 2 - (targets[k] - predictor[x]) ** 2 - (f[x] - predictor[x]) ** 2);
    }),
  );
  return sum;
}

/** Any predictor: a table of numbers, or one of the nets. */
const predictors = fc.oneof(
  fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 32, maxLength: 32 }),
  fc.nat({ max: 1 }),
);

const identity = (world: "beta-binomial" | "finite") =>
  forAll(predictors, {
    of: "E (y − f)² − E (y − f*)² = E (f − f*)² to 1e-9, by enumeration",
    because: "y − f* has mean 0 given x, so the cross term vanishes; 1e-9 is rounding",
    runs: { smoke: 1_000, standard: 10_000 },
    holds: (f, worlds: Record<typeof world, Enumerated>) => {
      const table = typeof f === "number" ? worlds[world].nets[f] : f;
      return Math.abs(defect(worlds[world], table)) <= ROUNDING;
    },
  });

/** Outputs of a net for every outcome, after one step and after a training. */
async function netTables(
  world: { readonly features: (x: number) => ArrayLike<number> } & Parameters<typeof fitSgnn<number, number>>[0]["simulator"],
  target: (theta: number) => number,
  outcomes: number,
  { key, budget }: Context<{ centre: Centre }, NetBudget>,
): Promise<number[][]> {
  const problem = { simulator: world, features: world.features, target, loss: squaredError };
  const xs = Array.from({ length: outcomes }, (_, x) => x);
  const tables: number[][] = [];
  for (const steps of [1, budget.steps]) {
    const net = await fitSgnn(problem, { simulations: budget.simulations, steps }, key.fold(world.id).fold(steps));
    tables.push(net.predict(xs).map(([f]) => f));
  }
  return tables;
}

const hypothesis: { readonly centre: Centre } = { centre: "mean" };

theorem("sgnn/bayes-optimality-identity", {
  title: "The excess risk of any predictor is its squared distance from the posterior mean",
  statement: "E (y − f(x))² − E (y − f*(x))² = E (f(x) − f*(x))² for every f, with f*(x) = E[y | x]",
  source: { cite: "Dudley & Eisenberg 2025, arXiv 2509.18990", where: "consistency with the Bayes predictor (decomposition of the risk)" },
  assumptions: ["f* is the posterior mean under the law that the risk is taken in"],
  claims: { "beta-binomial": identity("beta-binomial"), finite: identity("finite") },
  budget: { smoke: { samples: 1, simulations: 1_000, steps: 100, nets: 1 }, standard: { samples: 1, simulations: 10_000, steps: 1_500, nets: 1 } },
  world: hypothesis,
  falsifiers: {
    "posterior mode": {
      breaks: "f*: the most probable value in place of the mean",
      world: { centre: "mode" },
      mustRefute: ["beta-binomial", "finite"],
    },
  },
  async prepare({ centre }, context: Context<{ centre: Centre }, NetBudget>) {
    const binomial = betaBinomial();
    const above = {
      joint: binomial.marginal.map((p, x) => [p * (1 - binomial.probabilityAboveHalf(x)), p * binomial.probabilityAboveHalf(x)]),
      targets: [0, 1],
    };
    const finite = finiteWorld();
    const { target } = finite.targets.cubic;
    const { prior, likelihood } = finite.tables;
    const cubic = {
      joint: finite.marginal.map((_, x) => prior.map((p, state) => p * likelihood[state][x])),
      targets: prior.map((_, state) => target(state)),
    };
    return {
      "beta-binomial": {
        ...above,
        predictor: centres(above, centre),
        nets: await netTables(binomial, (theta) => (theta > 0.5 ? 1 : 0), binomial.marginal.length, context),
      },
      finite: { ...cubic, predictor: centres(cubic, centre), nets: await netTables(finite, target, finite.marginal.length, context) },
    };
  },
});
