import { expect, test } from "vitest";
import { underReporting } from "../../../src/simulators/observation/underReporting.js";
import { drawMany, expectPmf, streamOf } from "../../random/goodnessOfFit.js";

/** Binomial(4, .3); false alarm about 1e−9. */
test("reports are a binomial thinning of the cases", () => {
  const model = underReporting({ probability: 0.3 });
  const masses = [0.2401, 0.4116, 0.2646, 0.0756, 0.0081];
  expectPmf(drawMany("thinning", (stream) => model.sample(stream, [7, 4])[1], 20_000), (k) => masses[k] ?? 0);
  expect(Array.from(model.mean([10, 0.5]))).toEqual([3, 0.15]);
});

test("all and nothing", () => {
  expect(Array.from(underReporting({ probability: 1 }).sample(streamOf("all"), [5, 0, 2]))).toEqual([5, 0, 2]);
  expect(Array.from(underReporting({ probability: 0 }).sample(streamOf("none"), [5, 0, 2]))).toEqual([0, 0, 0]);
});

test("bad input", () => {
  for (const probability of [-0.1, 1.1, NaN]) {
    expect(() => underReporting({ probability })).toThrow(new RangeError(`probability must lie in [0, 1], got ${probability}`));
  }
  expect(() => underReporting({ probability: 0.5 }).sample(streamOf("bad"), [0.5])).toThrow(RangeError);
});
