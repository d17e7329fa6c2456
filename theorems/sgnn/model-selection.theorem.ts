import {
  atLeast,
  atMost,
  bayesRule,
  chosenClass,
  type Context,
  criterionSelection,
  crossEntropy,
  type Falsifier,
  linearTrend,
  regret,
  type Simulator,
  theorem,
  type Trend,
  trendLikelihoods,
} from "simverdict";
import { type NetBudget, predictDrawn, shuffled, testBatches, trainNets } from "./predictors.js";

type Series = readonly number[];

/** What the net is trained on; it is judged in the true world. */
interface Selecting {
  readonly training: Simulator<Trend, Series>;
}

const SOURCE = { cite: "Dudley & Eisenberg 2025, arXiv 2509.18990", where: "mechanism selection, half the error of AIC" };
const BUDGET = {
  smoke: { samples: 60_000, simulations: 10_000, steps: 1_500, nets: 1 },
  standard: { samples: 200_000, simulations: 60_000, steps: 6_000, nets: 2 },
};

/** Pairs in which the trend is far smaller than the prior says: a training prior that is wrong. */
const timid = (world: Simulator<Trend, Series>): Simulator<Trend, Series> => ({
  ...world,
  id: `slopes a tenth as large(${world.id})`,
  prior: {
    sample: (key) => {
      const { mechanism, coefficients } = world.prior.sample(key);
      return { mechanism, coefficients: coefficients.map((c, j) => (j === 0 ? c : c / 10)) };
    },
  },
});

for (const sigma of [0.05, 0.2, 0.5, 1]) {
  const world = linearTrend({ sigma });
  const aic = criterionSelection("aic", trendLikelihoods(world, "estimated"));
  const hypothesis: Selecting = { training: world };
  const half = sigma === 0.05;
  const broken = (breaks: string, training: Simulator<Trend, Series>): Falsifier<Selecting> => ({
    breaks,
    world: { training },
    mustRefute: half ? ["near-bayes", "half"] : ["near-bayes"],
  });

  theorem(`sgnn/model-selection/linear-trend-${sigma}`, {
    title: `A net chooses the mechanism as well as Bayes${half ? ", with half the error of AIC" : ""} (noise ${sigma})`,
    statement:
      "E [p*(m_Bayes | x) − p*(m_SGNN | x)] ≤ .01" + (half ? "; P(SGNN wrong) ≤ ½ P(AIC wrong), AIC with σ estimated" : ""),
    source: SOURCE,
    assumptions: ["training and test pairs come from one simulator", "the net can represent the posterior probabilities"],
    claims: {
      "near-bayes": atMost(0.01, {
        of: "p*(m_Bayes | x) − p*(m_SGNN | x), the regret",
        range: [0, 1],
        because: "one error in a hundred above the least possible",
      }),
      ...(half && {
        half: atMost(0, { of: "1[SGNN wrong] − ½ 1[AIC wrong]", range: [-0.5, 1], because: "the source's factor of one half" }),
      }),
    },
    budget: BUDGET,
    world: hypothesis,
    falsifiers: {
      "shifted prior": broken("the training prior: slopes a tenth as large", timid(world)),
      "shuffled labels": broken("the pairing of data and mechanisms", shuffled(world)),
    },
    prepare({ training }, { key, budget }: Context<Selecting, NetBudget>) {
      const problem = { simulator: training, features: world.features, target: ({ mechanism }: Trend) => mechanism, loss: crossEntropy(2) };
      return trainNets(problem, budget, key);
    },
    *evidence(nets, { key, budget }) {
      for (const draws of testBatches(world, budget.nets, key)) {
        const predicted = predictDrawn(nets, draws);
        const truths = draws.thetas.map(({ mechanism }, i) => ({ mechanism, posterior: world.posteriorProbabilities(draws.xs[i]) }));
        yield {
          "near-bayes": predicted.map((p, i) => regret.evaluate(p, truths[i])!),
          ...(half && {
            half: predicted.map((p, i) => {
              const [sgnnWrong, aicWrong] = [chosenClass(p), aic.select(draws.xs[i])].map((m) => (m === truths[i].mechanism ? 0 : 1));
              return sgnnWrong - aicWrong / 2;
            }),
          }),
        };
      }
    },
  });
}

/** Where the data are so noisy that even the Bayes rule errs more than half as often as AIC. */
theorem("sgnn/model-selection/no-half-under-noise", {
  title: "Where noise limits everybody, no method has half the error of AIC",
  statement: "P(Bayes wrong) ≥ ½ P(AIC wrong) at noise 1: the least possible error is above half of AIC's",
  source: SOURCE,
  assumptions: ["the Bayes rule knows the simulator: no rule errs less"],
  claims: {
    "not-half": atLeast(0, { of: "1[Bayes wrong] − ½ 1[AIC wrong]", range: [-0.5, 1], because: "the source's factor of one half" }),
  },
  budget: { smoke: { samples: 60_000 }, standard: { samples: 200_000 } },
  world: { sigma: 1 },
  falsifiers: {
    "little noise": { breaks: "the noise: .05 in place of 1", world: { sigma: 0.05 }, mustRefute: ["not-half"] },
  },
  prepare({ sigma }) {
    const world = linearTrend({ sigma });
    return { world, aic: criterionSelection("aic", trendLikelihoods(world, "estimated")), bayes: bayesRule(world) };
  },
  *evidence({ world, aic, bayes }, { key }) {
    for (const { thetas, xs } of testBatches(world, 1, key)) {
      yield {
        "not-half": xs.map((x, i) => {
          const [bayesWrong, aicWrong] = [bayes, aic].map((rule) => (rule.select(x) === thetas[i].mechanism ? 0 : 1));
          return bayesWrong - aicWrong / 2;
        }),
      };
    }
  },
});
