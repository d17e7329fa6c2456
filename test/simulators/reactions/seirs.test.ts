import { expect, test } from "vitest";
import { seir } from "../../../src/simulators/reactions/seir.js";
import { seirs } from "../../../src/simulators/reactions/seirs.js";

const options = { population: 100, R0: 2, infectiousDays: 5, initial: 3, latentDays: 4 };

test("SEIR with waning", () => {
  const { id, initial, reactions } = seirs({ ...options, immuneDays: 40 });
  expect(id).toBe("seirs(population=100, R0=2, infectiousDays=5, initial=3, latentDays=4, immuneDays=40)");
  expect(initial).toEqual(seir(options).initial);
  expect(reactions.slice(0, 3)).toEqual(seir(options).reactions);
  expect(reactions[3]).toEqual({ name: "waning", source: "R", rate: 1 / 40, change: { R: -1, S: 1 } });
  expect(() => seirs({ ...options, immuneDays: NaN })).toThrow(new RangeError("immuneDays must be positive and finite, got NaN"));
});
