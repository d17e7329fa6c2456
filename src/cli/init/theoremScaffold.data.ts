/** A spec that is upheld at every seed: claims/<name>.theorem.ts. */
export const THEOREM_SCAFFOLD = `import { atMost, theorem, uniform } from "simverdict";

theorem("{{name}}", {
  title: "The mean of ten uniform draws has at most twice the squared error that theory gives it",
  statement: "E (mean − ½)² ≤ 1/60 for n = 10 draws from U(0, 1), whose mean has the variance 1/(12n) = 1/120",
  source: { cite: "author, year", where: "the section, theorem or equation that says so" },
  assumptions: ["the draws are independent"],
  // Every claim is about the mean of an observation that is bounded by construction; its margin comes from theory or
  // from the source, never from what a run gave.
  claims: { error: atMost(1 / 60, { of: "(mean − ½)²", range: [0, 1 / 4], because: "twice the variance of the mean, 1/120" }) },
  budget: { smoke: { samples: 20_000 } },
  world: { draws: 10 },
  // Worlds in which one assumption or part is broken: there the claims in mustRefute must be refuted.
  falsifiers: { "too few draws": { breaks: "the number of draws", world: { draws: 2 }, mustRefute: ["error"] } },
  prepare: ({ draws }) => draws,
  *evidence(draws, { key }) {
    const stream = key.stream();
    for (;;) {
      const sum = Array.from({ length: draws }, () => uniform(stream)).reduce((total, x) => total + x, 0);
      yield { error: (sum / draws - 0.5) ** 2 };
    }
  },
});
`;
