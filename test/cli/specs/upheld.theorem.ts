import fc from "fast-check";
import { forAll, theorem, within } from "simverdict";
import { coin, seldom } from "./coin.js";

console.log("a spec may print");
process.stdout.write("even past the console\n");

theorem("cli/upheld/at-most", coin);
theorem("cli/upheld/within", {
  ...coin,
  claims: {
    heads: within([0.05, 0.5], seldom),
    integers: forAll(fc.nat(), { of: "n ≥ 0", because: "naturals", holds: (n, p: number) => n >= 0 || p > 1 }),
  },
});
