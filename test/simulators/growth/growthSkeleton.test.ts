import { expect, test } from "vitest";
import { type GrowthLaw, growthSkeleton } from "../../../src/simulators/growth/growthSkeleton.js";
import { golden } from "./goldenCurves.js";

const NAMES: Readonly<Record<string, GrowthLaw>> = { exponential: "exponential", logistic: "logistic", gompertz: "Gompertz", theta: "theta-logistic" };

test.each(golden.curves)("the path of the golden curve: $law $parameters", ({ law, parameters, values }) => {
  const skeleton = growthSkeleton(NAMES[law], golden.t);
  const out = new Float64Array(skeleton.length);
  skeleton.path(parameters, out);
  out.forEach((value, i) => expect(Math.abs(value - Math.log(values[i]))).toBeLessThan(1e-14));
});

test("boxes of the task", () => {
  const boxes = (law: GrowthLaw): unknown[] => growthSkeleton(law, [1]).parameters.map(({ name, lower, upper }) => [name, lower, upper]);
  const [initial, rate, capacity] = [["N0", 0.5, 2], ["r", 0.2, 0.8], ["K", 10, 100]];
  expect(boxes("exponential")).toEqual([initial, rate]);
  expect(boxes("logistic")).toEqual([initial, rate, capacity]);
  expect(boxes("Gompertz")).toEqual([initial, ["r", 0.05, 0.4], capacity]);
  expect(boxes("theta-logistic")).toEqual([initial, rate, capacity, ["theta", 0.25, 4]]);
});

test("later changes of the times do not reach it", () => {
  const times = [0, 1];
  const { path } = growthSkeleton("exponential", times);
  times[1] = 5;
  const out = new Float64Array(2);
  path([1, 0.5], out);
  expect(Array.from(out)).toEqual([0, 0.5]);
});

test("bad arguments are named", () => {
  expect(() => growthSkeleton("linear" as GrowthLaw, [1])).toThrow(
    new RangeError("law must be one of exponential, logistic, Gompertz, theta-logistic, got linear"),
  );
  expect(() => growthSkeleton("logistic", [])).toThrow(new RangeError("times must hold at least one time, got none"));
  expect(() => growthSkeleton("logistic", [NaN])).toThrow(new RangeError("t must be finite and >= 0, got NaN"));
  expect(() => growthSkeleton("exponential", [1]).path([1], new Float64Array(1))).toThrow("rate must be finite and > 0, got undefined");
});
