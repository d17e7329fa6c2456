import { expect, test } from "vitest";
import { sir } from "../../../src/simulators/reactions/sir.js";
import { sirs } from "../../../src/simulators/reactions/sirs.js";

const options = { population: 100, R0: 2, infectiousDays: 5, initial: 3 };

test("SIR with waning", () => {
  const { id, initial, reactions } = sirs({ ...options, immuneDays: 40 });
  expect(id).toBe("sirs(population=100, R0=2, infectiousDays=5, initial=3, immuneDays=40)");
  expect(initial).toEqual(sir(options).initial);
  expect(reactions.slice(0, 2)).toEqual(sir(options).reactions);
  expect(reactions[2]).toEqual({ name: "waning", source: "R", rate: 1 / 40, change: { R: -1, S: 1 } });
  expect(() => sirs({ ...options, immuneDays: 0 })).toThrow(new RangeError("immuneDays must be positive and finite, got 0"));
});
