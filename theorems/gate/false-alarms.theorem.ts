import fc from "fast-check";
import { atMost, forAll, Key, type PairedScores, theorem } from "simverdict";
import { epidemicNets } from "./epidemic-nets.js";
import { alarm, type Change, OPTIONS, type PairedErrors, type Rule, theGate } from "./gate-under-test.js";
import { trendThresholds } from "./trend-thresholds.js";

/** The same code, trained under another key: what varies is the training noise of both sides, and the cases. */
const UNCHANGED: Change = { retrained: true, error: null };
/** The same net, made worse by exactly what is let pass. */
const AT_MARGIN: Change = { retrained: false, error: (base) => base + OPTIONS.margin };

const meanWorsening = ({ base, current }: PairedScores): number =>
  base.length === 0 ? 0 : Array.from(base).reduce((sum, score, i) => sum + Number(current[i]) - score, 0) / base.length;

/** Fails as soon as the new mean is above the old one. */
const pointEstimates: Rule = (first) => meanWorsening(first) > 0;

/** Fails as soon as a z-test at 5 % does, looked at after every 500 cases; nothing is confirmed. */
const peekingZTest: Rule = ({ base, current }) => {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < base.length; i++) {
    const worse = current[i] - base[i];
    sum += worse;
    squares += worse * worse;
    const n = i + 1;
    if (n % 500 !== 0) continue;
    const mean = sum / n;
    if ((mean - OPTIONS.margin) / Math.sqrt((squares / n - mean * mean) / n) > 1.645) return true;
  }
  return false;
};

/** Who is compared how. */
interface Gated {
  readonly rule: Rule;
  readonly paired: PairedErrors;
}

/** What holds of these models. */
const about = (models: string) => ({
  title: "The gate does not fail unchanged code",
  statement: `P(the gate fails) ≤ α = 1e-5 on a row whose model is not worse than the margin: shown as no alarm at 200 seeds of unchanged code that is trained anew, and P ≤ .02 for a model worse by exactly the margin; ${models}`,
  source: { cite: "Waudby-Smith & Ramdas 2024, JRSS B 86(1)", where: "section 4, betting tests; Ville 1939 for the bound at each of the two draws" },
  assumptions: [
    "the two draws have independent cases",
    "the nets are not worse than the margin: equal code trained anew differs by less here, as nets trained on too little would not",
  ],
  claims: {
    "200 seeds": forAll(fc.nat(), {
      of: `no alarm for unchanged code, both sides trained anew: ${models}`,
      because: "α = 1e-5 for each seed",
      runs: 200,
      holds: async (seed, { rule, paired }: Gated) => (await alarm(rule, paired, Key.root(seed), UNCHANGED)) === 0,
    }),
    "at the margin": atMost(
      { smoke: 0.02, standard: 0.005 },
      { of: "1[the gate fails] for a net made worse by exactly the margin", range: [0, 1], because: "α = 1e-5, as far as the budget's observations can show it" },
    ),
  },
  world: { rule: theGate },
  falsifiers: {
    "point estimates": { breaks: "the test: old and new mean are compared as they are", world: { rule: pointEstimates }, mustRefute: ["200 seeds", "at the margin"] },
    "peeking without confirmation": { breaks: "the test and the confirmation: a z-test, looked at after every 500 cases", world: { rule: peekingZTest }, mustRefute: ["at the margin"] },
  },
} as const);

async function* alarms({ rule, paired }: Gated, { key }: { readonly key: Key }) {
  for (let i = 0; ; i++) yield { "at the margin": await alarm(rule, paired, key.fold(i), AT_MARGIN) };
}

theorem("gate/false-alarms/linear-trend", {
  ...about("thresholds on the slope of linear-trend σ = .2, learned from 10,000 simulations"),
  budget: { smoke: { samples: 1_500 }, standard: { samples: 6_000 } },
  prepare: (world) => ({ ...world, paired: trendThresholds }),
  evidence: alarms,
});

theorem("gate/false-alarms/epidemic-tight", {
  ...about("SGNN on epidemic/tight, nets of the board's kind"),
  budget: {
    smoke: { samples: 1_500, simulations: 20_000, steps: 2_000, nets: 2, pool: 20_000 },
    standard: { samples: 6_000, simulations: 60_000, steps: 6_000, nets: 4, pool: 100_000 },
  },
  prepare: async (world, { key, budget }) => ({ ...world, paired: await epidemicNets(budget, key) }),
  evidence: alarms,
});
