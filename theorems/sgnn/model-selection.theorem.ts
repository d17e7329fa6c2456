import {
  atLeast,
  atMost,
  bayesRule,
  calibrateThresholds,
  chosenClass,
  type Context,
  criterionSelection,
  crossEntropy,
  type Falsifier,
  likelihoodRatioTest,
  linearTrend,
  regret,
  type Simulator,
  theorem,
  type Trend,
  trendLikelihoods,
} from "simverdict";
import { type Draws, type NetBudget, predictDrawn, shuffled, testBatches, trainNets } from "./predictors.js";

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

/** Pairs whose slopes are N(1, .2²) in place of N(0, .2²). */
const shifted = (world: Simulator<Trend, Series>): Simulator<Trend, Series> => ({
  ...world,
  id: `slopes about 1(${world.id})`,
  prior: {
    sample: (key) => {
      const { mechanism, coefficients } = world.prior.sample(key);
      return { mechanism, coefficients: coefficients.map((c, j) => (j === 1 ? 1 + c : c)) };
    },
  },
});

for (const sigma of [0.05, 0.2, 0.5, 1]) {
  const world = linearTrend({ sigma });
  const aic = criterionSelection("aic", trendLikelihoods(world, sigma));
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
      "E [p*(m_Bayes | x) − p*(m_SGNN | x)] ≤ .01" + (half ? "; P(SGNN wrong) ≤ ½ P(AIC wrong), AIC with σ known" : ""),
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
      "shifted prior": broken("the training prior: slopes N(1, .2²)", shifted(world)),
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

/** Limits of the factor one half, whatever the net: a rule that errs less than Bayes does not exist. */
theorem("sgnn/model-selection/limits-of-half", {
  title: "Half the error is out of reach where noise limits everybody, and against a calibrated threshold",
  statement: "P(Bayes wrong) ≥ ½ P(rival wrong): AIC at noise 1; the likelihood-ratio test at noise .05, its threshold tuned on simulations",
  source: SOURCE,
  assumptions: ["the Bayes rule knows the simulator: no rule errs less"],
  claims: {
    "noise-limited": atLeast(0, { of: "1[Bayes wrong] − ½ 1[AIC wrong]", range: [-0.5, 1], because: "the source's factor of one half" }),
    "calibrated-likelihood": atLeast(0, {
      of: "1[Bayes wrong] − ½ 1[calibrated likelihood-ratio test wrong]",
      range: [-0.5, 1],
      because: "the source's factor of one half",
    }),
  },
  budget: { smoke: { samples: 60_000, calibration: 10_000 }, standard: { samples: 200_000, calibration: 100_000 } },
  world: { sigma: 1, calibrated: true },
  falsifiers: {
    "little noise": { breaks: "the noise that limits everybody: .05 in place of 1", world: { sigma: 0.05 }, mustRefute: ["noise-limited"] },
    "AIC's threshold": {
      breaks: "the calibration: the test keeps AIC's threshold",
      world: { calibrated: false },
      mustRefute: ["calibrated-likelihood"],
    },
  },
  prepare({ sigma, calibrated }, { key, budget }) {
    const noisy = linearTrend({ sigma });
    const clear = linearTrend({ sigma: 0.05 });
    const likelihoods = trendLikelihoods(clear, 0.05);
    const problem = { simulator: clear, mechanism: ({ mechanism }: Trend) => mechanism, likelihoods };
    const rival = calibrated
      ? likelihoodRatioTest(likelihoods, calibrateThresholds(problem, budget.calibration, key))
      : criterionSelection("aic", likelihoods);
    return {
      "noise-limited": { world: noisy, rival: criterionSelection("aic", trendLikelihoods(noisy, sigma)) },
      "calibrated-likelihood": { world: clear, rival },
    };
  },
  *evidence(contests, { key, claims: pending }) {
    const streams = Object.entries(contests).map(([claim, { world, rival }]) => ({
      claim,
      rules: [bayesRule(world), rival],
      batches: testBatches(world, 1, key.fold(claim)),
    }));
    for (;;) {
      const found: Record<string, number[]> = {};
      for (const { claim, rules, batches } of streams) {
        if (!pending.has(claim)) continue;
        const { thetas, xs } = batches.next().value as Draws<Trend, Series>;
        found[claim] = xs.map((x, i) => {
          const [bayesWrong, rivalWrong] = rules.map((rule) => (rule.select(x) === thetas[i].mechanism ? 0 : 1));
          return bayesWrong - rivalWrong / 2;
        });
      }
      yield found;
    }
  },
});
