import { atMost, theorem } from "simverdict";

/** Says that it has begun, and computes without end: to be interrupted. */
theorem("cli/endless", {
  title: "A computation that does not end",
  statement: "E Z ≤ 1/2",
  source: { cite: "none", where: "made for a test" },
  assumptions: [],
  claims: { z: atMost(0.5, { of: "Z", range: [0, 1], because: "never decided" }) },
  budget: { smoke: { samples: 1e9 } },
  world: {},
  falsifiers: { none: { breaks: "nothing", world: {}, mustRefute: ["z"] } },
  prepare: () => console.log(`worker ${process.pid}`),
  *evidence() {
    for (;;) yield { z: 0.5 };
  },
});
