import { expect, test } from "vitest";
import { seir } from "../../../src/simulators/reactions/seir.js";

const options = { population: 100, R0: 2, infectiousDays: 5, initial: 3, latentDays: 4 };

test("infected people pass a latent stage", () => {
  const { id, initial, reactions } = seir(options);
  expect(id).toBe("seir(population=100, R0=2, infectiousDays=5, initial=3, latentDays=4)");
  expect(initial).toEqual({ S: 97, E: 3, I: 0, R: 0 });
  const [infection, onset, recovery] = reactions;
  expect((infection.rate * infection.contacts!.I * 100) / recovery.rate).toBeCloseTo(2, 14);
  expect(onset).toEqual({ name: "onset", source: "E", rate: 0.25, change: { E: -1, I: 1 } });
  expect(() => seir({ ...options, latentDays: -4 })).toThrow(new RangeError("latentDays must be positive and finite, got -4"));
});
