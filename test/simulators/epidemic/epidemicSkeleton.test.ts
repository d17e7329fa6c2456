import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Key } from "../../../src/random/key.js";
import { eulerMap } from "../../../src/simulators/algorithms/eulerMap.js";
import { loadFixture } from "../../../src/simulators/conjugate/loadFixture.js";
import { type EpidemicMechanism, epidemicSkeleton } from "../../../src/simulators/epidemic/epidemicSkeleton.js";
import { negativeBinomialErrors } from "../../../src/simulators/mechanisms/negativeBinomialErrors.js";
import { seir } from "../../../src/simulators/reactions/seir.js";
import { seirs } from "../../../src/simulators/reactions/seirs.js";
import { sir } from "../../../src/simulators/reactions/sir.js";

const row = z.object({
  mechanism: z.enum(["SIR", "SEIR", "SEIRS"]),
  population: z.number(),
  R0: z.number(),
  infectious_days: z.number(),
  initial: z.number(),
  reporting: z.number(),
  latent_days: z.number().nullable(),
  immune_days: z.number().nullable(),
  daily_incidence: z.array(z.number()),
  counts: z.array(z.number()),
  k: z.number(),
  log_likelihood: z.number(),
});
const { rows } = loadFixture("epidemic", z.object({ rows: z.array(row) }), new URL("../../../fixtures/", import.meta.url)).values;
const boxes = { R0: [1, 4], D: [2, 10], I0: [1, 30], rho: [0.05, 1], L: [1, 8], W: [20, 120] } as const;
const pathOf = (mechanism: EpidemicMechanism, population: number, theta: readonly number[], days = 60): Float64Array => {
  const out = new Float64Array(days);
  epidemicSkeleton({ mechanism, population, days, boxes }).path(theta, out);
  return out;
};
/** Largest relative difference. */
const deviation = (x: ArrayLike<number>, y: ArrayLike<number>): number =>
  Math.max(...Array.from(x, (value, i) => Math.abs(value / y[i] - 1)));

describe.each(rows)("$mechanism", (row) => {
  const { mechanism, population, R0, infectious_days: D, initial, reporting, latent_days: L, immune_days: W } = row;
  const theta = [R0, D, initial, reporting, ...(L === null ? [] : [L]), ...(W === null ? [] : [W])];

  test("golden daily incidence", () => {
    const { parameters } = epidemicSkeleton({ mechanism, population, days: 60, boxes });
    expect(theta).toHaveLength(parameters.length);
    const incidence = pathOf(mechanism, population, theta).map((mean) => mean / reporting);
    expect(deviation(incidence, row.daily_incidence)).toBeLessThan(1e-11);
  });

  test("golden log-likelihood", () => {
    const value = negativeBinomialErrors({ dispersion: row.k }).logLikelihood(row.counts, pathOf(mechanism, population, theta), 1);
    expect(Math.abs(value / row.log_likelihood - 1)).toBeLessThan(1e-12);
  });

  test("it equals the Euler map of the network", () => {
    for (const scale of [0.3, 1, 3]) {
      const at = theta.map((value, j) => (j === 3 ? 1 : value * scale));
      const constants = { population, R0: at[0], infectiousDays: at[1], initial: at[2] };
      const network =
        mechanism === "SIR"
          ? sir(constants)
          : mechanism === "SEIR"
            ? seir({ ...constants, latentDays: at[4] })
            : seirs({ ...constants, latentDays: at[4], immuneDays: at[5] });
      const { events } = eulerMap({ step: 0.25 }).simulate(Key.root(0).stream(), network, { intervals: 60 });
      expect(deviation(pathOf(mechanism, population, at), mechanism === "SIR" ? events.infection : events.onset)).toBeLessThan(1e-10);
    }
  });

  test("far outside the box it stays finite and not negative", () => {
    for (const scale of [1e-6, 1e6]) {
      const path = pathOf(mechanism, population, theta.map((value) => value * scale));
      expect(path.every((mean) => mean >= 0 && mean < Infinity)).toBe(true);
    }
  });
});

test("immunity for ever is SEIR", () => {
  const theta = [2.5, 6, 5, 0.4, 4];
  expect(pathOf("SEIRS", 2000, [...theta, Infinity])).toEqual(pathOf("SEIR", 2000, theta));
});

test("the days are those asked for", () => {
  expect(pathOf("SEIR", 2000, [2.5, 6, 5, 0.4, 4], 30)).toEqual(pathOf("SEIR", 2000, [2.5, 6, 5, 0.4, 4]).slice(0, 30));
});

test("bad input", () => {
  const sound = { mechanism: "SEIR", population: 2000, days: 60, boxes } as const;
  expect(() => epidemicSkeleton({ ...sound, mechanism: "SIS" as "SIR" })).toThrow(new RangeError("mechanism must be one of SIR, SEIR, SEIRS, got SIS"));
  expect(() => epidemicSkeleton({ ...sound, population: 0 })).toThrow(new RangeError("population must be positive and finite, got 0"));
  expect(() => epidemicSkeleton({ ...sound, days: 0 })).toThrow(new RangeError("days must be a whole number >= 1, got 0"));
  expect(() => epidemicSkeleton({ ...sound, boxes: { R0: [1, 2] } })).toThrow(new RangeError("boxes must hold D for SEIR, got R0"));
});
