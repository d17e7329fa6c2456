import { expect, it } from "vitest";
import { degenerateFrames } from "../../../../../src/models/epns/bodies/frames/degenerateFrames.js";
import { eigengap } from "../../../../../src/models/epns/bodies/frames/eigengap.js";
import { Key } from "../../../../../src/random/key.js";
import { virialStart } from "../../../../../src/simulators/particles/virialStart.js";

it("names the states below the least gap, and the smallest gap", () => {
  const states = Array.from({ length: 100 }, (_, i) => virialStart(Key.root(i).stream(), 5, 0.1));
  const gaps = states.map(eigengap);
  const { states: found, smallestGap } = degenerateFrames(states, 0.1);
  expect(found).toEqual([...gaps.keys()].filter((i) => gaps[i] < 0.1));
  expect(found.length).toBeGreaterThan(0);
  expect(smallestGap).toBe(Math.min(...gaps));
});

it.each([0, 0.6, NaN])("refuses %s as the least gap", (least) => {
  expect(() => degenerateFrames([virialStart(Key.root(0).stream(), 5, 0.1)], least)).toThrow(new RangeError(`least must be in (0, 0.5], got ${least}`));
});

it("refuses an empty list", () => {
  expect(() => degenerateFrames([])).toThrow(new RangeError("states must hold at least one, got none"));
});
