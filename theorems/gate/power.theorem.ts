import { atLeast, gateRow, theorem } from "simverdict";
import { alarm, OPTIONS, type Rule, theGate } from "./trend-thresholds.js";

const PLANTED = 0.2;
/** A margin beyond what is planted, .2 × .078. */
const wideMargin: Rule = async (first, second) => (await gateRow(first, second, { ...OPTIONS, margin: 0.02 })).verdict === "fail";
/** Fewer cases than a smoke board has. */
const fewCases: Rule = async (first, second) => {
  const few = ({ base, current }: typeof first) => ({ base: Array.from(base).slice(0, 1_000), current: Array.from(current).slice(0, 1_000) });
  return (await gateRow(few(first), () => few(second()), OPTIONS)).verdict === "fail";
};

theorem("gate/power", {
  title: "The gate finds an error that grew by a fifth",
  statement: "P(the gate fails) ≥ .95 when the new model, trained anew, has 1.2 times the old one's error: linear-trend σ = .2, error .078 → .093",
  source: { cite: "Waudby-Smith & Ramdas 2024, JRSS B 86(1)", where: "section 5, growth rates of betting strategies" },
  assumptions: [
    "both draws have 12,000 cases",
    "the planted fault turns answers round at random",
  ],
  claims: {
    found: atLeast(0.95, { of: "1[the gate fails]", range: [0, 1], because: "95 of 100 seeds, asked of the gate" }),
  },
  budget: { smoke: { samples: 1_500 }, standard: { samples: 6_000 } },
  world: { planted: PLANTED, rule: theGate },
  falsifiers: {
    "nothing planted": { breaks: "the fault: the new error equals the old one", world: { planted: 0 }, mustRefute: ["found"] },
    "a wide margin": { breaks: "the margin: .02, more than the fault", world: { rule: wideMargin }, mustRefute: ["found"] },
    "few cases": { breaks: "the number of cases: 1,000 for each draw", world: { rule: fewCases }, mustRefute: ["found"] },
  },
  prepare: (world) => world,
  async *evidence({ planted, rule }, { key }) {
    const change = { retrained: true, error: (base: number) => (1 + planted) * base };
    for (let i = 0; ; i++) yield { found: await alarm(rule, key.fold(i), change) };
  },
});
