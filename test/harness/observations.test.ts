import fc from "fast-check";
import { expect, test } from "vitest";
import { Observations } from "../../src/harness/observations.js";

test("keeps every number in order, across its growth", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.double(), { maxLength: 900 }), { maxLength: 8 }), (batches) => {
      const observations = new Observations();
      for (const batch of batches) observations.append(batch);
      expect(observations.length).toBe(batches.flat().length);
      expect(observations.view()).toEqual(Float64Array.from(batches.flat()));
    }),
    { numRuns: 30 },
  );
});

test("a batch longer than twice the room fits", () => {
  const observations = new Observations();
  observations.append([1]);
  observations.append(new Float64Array(10_000).fill(2));
  expect(observations.length).toBe(10_001);
  expect(observations.view().at(-1)).toBe(2);
});
