import fc from "fast-check";
import { atMost, forAll, Key, type PairedScores, theorem } from "simverdict";
import { alarm, type Change, OPTIONS, type Rule, theGate } from "./trend-thresholds.js";

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

theorem("gate/false-alarms", {
  title: "The gate does not fail unchanged code",
  statement:
    "P(the gate fails) ≤ α = 1e-5 on a row whose model is not worse than the margin: shown as no alarm at 200 seeds of unchanged code that is trained anew, and P ≤ .02 for a model worse by exactly the margin",
  source: { cite: "Waudby-Smith & Ramdas 2024, JRSS B 86(1)", where: "section 4, betting tests; Ville 1939 for the bound at each of the two draws" },
  assumptions: [
    "the two draws have independent cases",
    "the nets are not worse than the margin: equal code trained anew differs by less here, as nets trained on too little would not",
  ],
  claims: {
    "200 seeds": forAll(fc.nat(), {
      of: "no alarm for unchanged code, both sides trained anew: thresholds on the slope of linear-trend σ = .2, learned from 10,000 simulations",
      because: "α = 1e-5 for each seed",
      runs: 200,
      holds: async (seed, { rule }: { readonly rule: Rule }) => (await alarm(rule, Key.root(seed), UNCHANGED)) === 0,
    }),
    "at the margin": atMost(
      { smoke: 0.02, standard: 0.005 },
      { of: "1[the gate fails] for a net made worse by exactly the margin", range: [0, 1], because: "α = 1e-5, as far as the budget's observations can show it" },
    ),
  },
  budget: { smoke: { samples: 1_500 }, standard: { samples: 6_000 } },
  world: { rule: theGate },
  falsifiers: {
    "point estimates": { breaks: "the test: old and new mean are compared as they are", world: { rule: pointEstimates }, mustRefute: ["200 seeds", "at the margin"] },
    "peeking without confirmation": { breaks: "the test and the confirmation: a z-test, looked at after every 500 cases", world: { rule: peekingZTest }, mustRefute: ["at the margin"] },
  },
  prepare: ({ rule }) => ({ rule }),
  async *evidence({ rule }, { key }) {
    for (let i = 0; ; i++) yield { "at the margin": await alarm(rule, key.fold(i), AT_MARGIN) };
  },
});
