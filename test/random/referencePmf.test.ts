import { describe, expect, it } from "vitest";
import { binomialPmf, negativeBinomialPmf, poissonPmf } from "./referencePmf.js";

/** Values: scipy 1.17.1, poisson, binom and nbinom .logpmf. */
describe("reference probabilities", () => {
  it.each([
    ["Poisson(300) at 310", poissonPmf(300)(310), -3.9523385741822494],
    ["Poisson(12.5) at 20", poissonPmf(12.5)(20), -4.321043574588373],
    ["Binomial(100, .3) at 40", binomialPmf(100, 0.3)(40), -4.7688463922269655],
    ["NB(4, 2.5) at 7", negativeBinomialPmf(4, 2.5)(7), -2.9078441337815613],
  ])("%s", (_, mass, log) => {
    expect(Math.log(mass)).toBeCloseTo(log, 11);
  });

  it("sum to one", () => {
    for (const pmf of [poissonPmf(7), binomialPmf(50, 0.2), negativeBinomialPmf(3, 0.7)]) {
      expect(Array.from({ length: 500 }, (_, k) => pmf(k)).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    }
  });
});
