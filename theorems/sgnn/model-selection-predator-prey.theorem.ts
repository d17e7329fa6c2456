import { type Context, type Mechanism, predatorPreySelection, type Simulator, theorem } from "simverdict";
import { shuffled, trainNets } from "./predictors.js";
import {
  againstHalf,
  aicRival,
  contest,
  type ContestBudget,
  half,
  helpedFits,
  type Judged,
  notHalf,
  selecting,
  type Series,
  SOURCE,
  withBoxes,
} from "./selection-contest.js";

/** What the net is trained on, and whether it is told the mechanism. */
interface Selecting {
  readonly training: Simulator<Mechanism, Series>;
  readonly told: boolean;
}

const world = predatorPreySelection();
const hypothesis: Selecting = { training: world, told: false };

theorem("sgnn/model-selection-predator-prey", {
  title: "Half the error of AIC on predators and prey, but not of AIC that knows the prior's box",
  statement: "P(SGNN wrong) ≤ ½ P(AIC wrong), parameters widened threefold; P(SGNN wrong) ≥ ½ P(AIC wrong), confined to the prior's box",
  source: SOURCE,
  assumptions: ["training and test pairs come from one simulator", "AIC's fits start from the truth too, so that they do not fail"],
  claims: { "half-wide": half("AIC, wide"), "not-half-box": notHalf("AIC, box") },
  budget: {
    smoke: { samples: 12_000, simulations: 30_000, steps: 3_000, nets: 1, starts: 2 },
    standard: { samples: 20_000, simulations: 60_000, steps: 6_000, nets: 2, starts: 5 },
  },
  world: hypothesis,
  falsifiers: {
    "shifted prior": {
      breaks: "the training prior: h ~ logU(.02, .1)",
      world: { training: withBoxes(world, { h: [0.02, 0.1] }) },
      mustRefute: ["half-wide"],
    },
    "shuffled labels": { breaks: "the pairing of data and mechanisms", world: { training: shuffled(world) }, mustRefute: ["half-wide"] },
    "label seen": { breaks: "the blindness of the net: it is told the mechanism", world: { told: true }, mustRefute: ["not-half-box"] },
  },
  async prepare({ training, told }, { key, budget }: Context<Selecting, ContestBudget>) {
    const aic = (support: "prior" | { readonly widenedBy: number }) => aicRival(helpedFits(world, { support, starts: budget.starts }));
    const rule = told ? ({ theta }: Judged) => theta.mechanism : undefined;
    return {
      nets: await trainNets(selecting(world, training), budget, key),
      measures: {
        "half-wide": againstHalf(aic({ widenedBy: 3 }), rule),
        "not-half-box": againstHalf(aic("prior"), rule),
      },
    };
  },
  evidence: ({ nets, measures }, context) => contest(world, nets, measures, context),
});
