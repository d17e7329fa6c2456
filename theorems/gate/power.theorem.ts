import { atLeast, gateRow, theorem } from "simverdict";
import { epidemicNets } from "./epidemic-nets.js";
import { alarm, OPTIONS, type PairedErrors, type Rule, theGate } from "./gate-under-test.js";
import { trendThresholds } from "./trend-thresholds.js";

const PLANTED: number = 0.2;
/** A margin beyond what is planted. */
const wideMargin: Rule = async (first, second) => (await gateRow(first, second, { ...OPTIONS, margin: 0.05 })).verdict === "fail";
/** Fewer cases than a smoke board has. */
const fewCases: Rule = async (first, second) => {
  const few = ({ base, current }: typeof first) => ({ base: Array.from(base).slice(0, 1_000), current: Array.from(current).slice(0, 1_000) });
  return (await gateRow(few(first), () => few(second()), OPTIONS)).verdict === "fail";
};

const SHARED = {
  title: "The gate finds an error that grew by a fifth",
  source: { cite: "Waudby-Smith & Ramdas 2024, JRSS B 86(1)", where: "section 5, growth rates of betting strategies" },
  assumptions: ["both draws have 12,000 cases", "the planted fault turns answers round at random"],
  claims: {
    found: atLeast(0.95, { of: "1[the gate fails]", range: [0, 1], because: "95 of 100 seeds, asked of the gate" }),
  },
  world: { planted: PLANTED, rule: theGate },
  falsifiers: {
    "nothing planted": { breaks: "the fault: the new error equals the old one", world: { planted: 0 }, mustRefute: ["found"] },
    "a wide margin": { breaks: "the margin: .05, more than the fault", world: { rule: wideMargin }, mustRefute: ["found"] },
    "few cases": { breaks: "the number of cases: 1,000 for each draw", world: { rule: fewCases }, mustRefute: ["found"] },
  },
} as const;

/** Who is compared how, with which fault. */
interface Gated {
  readonly planted: number;
  readonly rule: Rule;
  readonly paired: PairedErrors;
}

async function* alarms({ planted, rule, paired }: Gated, { key }: { readonly key: Parameters<typeof alarm>[2] }) {
  const change = { retrained: true, error: (base: number) => (1 + planted) * base };
  for (let i = 0; ; i++) yield { found: await alarm(rule, paired, key.fold(i), change) };
}

theorem("gate/power/linear-trend", {
  ...SHARED,
  statement: "P(the gate fails) ≥ .95 when the new model, trained anew, has 1.2 times the old one's error: thresholds on linear-trend σ = .2, error .078 → .093",
  budget: { smoke: { samples: 1_500 }, standard: { samples: 6_000 } },
  prepare: (world) => ({ ...world, paired: trendThresholds }),
  evidence: alarms,
});

theorem("gate/power/epidemic-tight", {
  ...SHARED,
  statement: "P(the gate fails) ≥ .95 when the new net, trained anew, has 1.2 times the old one's error: SGNN on epidemic/tight, at smoke tier error .114 → .137",
  budget: {
    smoke: { samples: 1_500, simulations: 20_000, steps: 2_000, nets: 2, pool: 20_000 },
    standard: { samples: 6_000, simulations: 60_000, steps: 6_000, nets: 4, pool: 100_000 },
  },
  prepare: async (world, { key, budget }) => ({ ...world, paired: await epidemicNets(budget, key) }),
  evidence: alarms,
});
