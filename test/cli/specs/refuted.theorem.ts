import fc from "fast-check";
import { forAll, theorem } from "simverdict";
import { coin } from "./coin.js";

theorem("cli/refuted/claim", { ...coin, world: { p: 0.8 } });
theorem("cli/refuted/survivor", {
  ...coin,
  falsifiers: { ...coin.falsifiers, same: { breaks: "nothing", world: {}, mustRefute: ["heads"] } },
});
theorem("cli/refuted/property", {
  ...coin,
  claims: { ...coin.claims, small: forAll(fc.nat(), { of: "n < 1000", because: "it is not", holds: (n, p: number) => n < 1000 * Math.ceil(p) }) },
});
