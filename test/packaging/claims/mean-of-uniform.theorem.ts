import { atMost, beta, theorem, uniform } from "simverdict";

const midrange = (x: number[]): number => (Math.min(...x) + Math.max(...x)) / 2; // the estimator under test

theorem("mean-of-uniform", {
  title: "The midrange of uniform data has at most a third of the squared error of their mean",
  statement: "E (midrange − ½)² ≤ ⅓ · 1/(12n) for n = 20 draws from U(0, 1)",
  source: { cite: "Rider 1957, JASA 52(280)", where: "the variance of the midrange, 1/(2(n + 1)(n + 2))" },
  assumptions: ["the draws are independent", "their law has sharp ends"],
  claims: { error: atMost(1 / 720, { of: "(midrange − ½)²", range: [0, 1 / 4], because: "a third of the variance of the mean, 1/240" }) },
  budget: { smoke: { samples: 40_000 } },
  world: { draw: uniform },
  falsifiers: { bell: { breaks: "the ends: a bell on [0, 1]", world: { draw: (s) => beta(s, 5, 5) }, mustRefute: ["error"] } },
  prepare: ({ draw }) => draw,
  *evidence(draw, { key }) {
    const stream = key.stream();
    for (;;) {
      const x = Array.from({ length: 20 }, () => draw(stream));
      yield { error: (midrange(x) - 0.5) ** 2 };
    }
  },
});
