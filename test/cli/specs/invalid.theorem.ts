import { theorem } from "simverdict";
import { coin } from "./coin.js";

const yielding = (batch: Record<string, number | number[]>) => ({ ...coin, evidence: () => [batch] });

theorem("cli/invalid/nan", yielding({ heads: [0, NaN] }));
theorem("cli/invalid/range", yielding({ heads: 2 }));
theorem("cli/invalid/missing", yielding({}));
theorem("cli/invalid/unknown", yielding({ tails: 0 }));
theorem("cli/invalid/throws", {
  ...coin,
  prepare: () => {
    throw new Error("no net:\n  it was never trained");
  },
});
theorem("cli/invalid/exits", { ...coin, prepare: () => process.exit(0) });
