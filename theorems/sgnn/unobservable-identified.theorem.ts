import { atLeast, atMost, type Context, type Simulator, squaredError, theorem } from "simverdict";
import { type NetBudget, predictDrawn, testBatches, trainNets } from "./predictors.js";
import { type Confusable, growths, populations, type Series } from "./unobservable-worlds.js";

/** How the net under test comes about; it is judged in the true world. */
interface Predicting<Theta> {
  readonly training: Simulator<Theta, Series>;
  /** Whether the label is among the inputs, in training and in the test. */
  readonly seesLabel: boolean;
}

/** Where squared errors are saturated, in units of the Bayes risk R*. */
const SATURATION = 4;

function identifiedTheorem<Theta>(name: string, title: string, { own: world, other, difference }: Confusable<Theta>): void {
  const { target, bayesPredictor, bayesRisk } = world;
  const withLabel: Simulator<Theta, Series> = {
    ...world,
    id: `with its label(${world.id})`,
    simulate: (key, theta) => [...world.simulate(key, theta), target(theta)],
  };
  const hypothesis: Predicting<Theta> = { training: world, seesLabel: false };

  theorem(`sgnn/unobservable-identified/${name}`, {
    title: `The prior identifies a target that is never observed, up to the Bayes risk: ${title}`,
    statement: "E (f_n(x) − E[T(θ) | x])² is a vanishing share of the Bayes risk R*, and no net that reads x alone errs less than R*",
    source: { cite: "Dudley & Eisenberg 2025, arXiv 2509.18990", where: "unobservable targets" },
    assumptions: ["training and test pairs come from one simulator", "the net can represent the posterior mean", "the net sees x only"],
    claims: {
      excess: atMost(0.02, { of: "min(1, (f_n(x) − f*(x))² / R*)", range: [0, 1], because: "rate p/n at n = 1e4 (smoke) and 3e4" }),
      "not-below-bayes": atLeast(-0.02, {
        of: "min(4, (f_n(x) − y)² / R*) − min(4, (f*(x) − y)² / R*)",
        range: [-SATURATION, SATURATION],
        because: "its expectation is the excess, never negative for squared error; the margin is that of `excess`",
      }),
    },
    budget: {
      smoke: { samples: 50_000, simulations: 10_000, steps: 1_500, nets: 1 },
      standard: { samples: 200_000, simulations: 30_000, steps: 2_500, nets: 3 },
    },
    world: hypothesis,
    falsifiers: {
      "wrong prior": { breaks: `the training prior: ${difference}`, world: { training: other }, mustRefute: ["excess"] },
      "label among the inputs": {
        breaks: "the net sees x only: it is given the label",
        world: { training: withLabel, seesLabel: true },
        mustRefute: ["not-below-bayes"],
      },
    },
    prepare({ training, seesLabel }, { key, budget }: Context<Predicting<Theta>, NetBudget>) {
      const features = seesLabel ? (x: Series) => x : world.features;
      return trainNets({ simulator: training, features, target, loss: squaredError }, budget, key);
    },
    *evidence(nets, { key, budget, world: { seesLabel } }) {
      const loss = (f: number, y: number): number => Math.min(SATURATION, (f - y) ** 2 / bayesRisk);
      for (const draws of testBatches(world, budget.nets, key)) {
        const ys = draws.thetas.map(target);
        const xs = seesLabel ? draws.xs.map((x, i) => [...x, ys[i]]) : draws.xs;
        const predicted = predictDrawn(nets, { ...draws, xs }).map(([f]) => f);
        const best = draws.xs.map(bayesPredictor);
        yield {
          excess: predicted.map((f, i) => Math.min(1, (f - best[i]) ** 2 / bayesRisk)),
          "not-below-bayes": predicted.map((f, i) => loss(f, ys[i]) - loss(best[i], ys[i])),
        };
      }
    },
  });
}

identifiedTheorem("reporting-confounded", "the incidence behind reports of which an unknown share is made", populations);
identifiedTheorem("early-growth", "the capacity of a population that has only begun to grow", growths);
