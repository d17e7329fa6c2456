import { expect, test } from "vitest";
import { overDispersion } from "../../../src/simulators/observation/overDispersion.js";
import { drawMany, expectPmf, streamOf } from "../../random/goodnessOfFit.js";

/** k = 1 is the geometric law P(x) = p (1 − p)^x, p = 1/(1 + mean); false alarm about 1e−9. */
test("reports are negative binomial about the counts", () => {
  const model = overDispersion({ dispersion: 1 });
  expectPmf(drawMany("geometric", (stream) => model.sample(stream, [3, 2.5])[1], 20_000), (k) => (1 / 3.5) * (2.5 / 3.5) ** k);
  expect(Array.from(model.mean([3, 2.5]))).toEqual([3, 2.5]);
});

test("bad input", () => {
  expect(() => overDispersion({ dispersion: 0 })).toThrow(new RangeError("dispersion must be positive and finite, got 0"));
  expect(() => overDispersion({ dispersion: NaN })).toThrow(RangeError);
  expect(() => overDispersion({ dispersion: 1 }).sample(streamOf("bad"), [1, -1])).toThrow(new RangeError("counts must be finite and >= 0, got -1 at 1"));
});
