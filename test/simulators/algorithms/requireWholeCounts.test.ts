import { expect, test } from "vitest";
import { requireWholeCounts } from "../../../src/simulators/algorithms/requireWholeCounts.js";
import { competingExits } from "../reactions/exampleNetworks.js";

test("whole counts pass, others are named", () => {
  expect(requireWholeCounts(competingExits)).toBe(competingExits);
  for (const died of [0.5, -1, NaN]) {
    expect(() => requireWholeCounts({ ...competingExits, initial: { alive: 1, died } })).toThrow(
      new RangeError(`initial died must be a whole number >= 0, got ${died}`),
    );
  }
});
