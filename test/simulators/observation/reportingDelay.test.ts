import { expect, test } from "vitest";
import { reportingDelay } from "../../../src/simulators/observation/reportingDelay.js";
import { drawMany, expectPmf, streamOf } from "../../random/goodnessOfFit.js";

const pmf = [0.2, 0.5, 0.3];

/** Of 4 cases on day 0, Binomial(4, pmf_d) are reported on day d; false alarm about 1e−9 each. */
test("each case is reported after its own delay", () => {
  const choose = [1, 4, 6, 4, 1];
  pmf.forEach((p, d) => {
    const reports = drawMany(`delay ${d}`, (stream) => reportingDelay({ pmf }).sample(stream, [4, 0, 0, 0])[d], 20_000);
    expectPmf(reports, (k) => (k > 4 ? 0 : choose[k] * p ** k * (1 - p) ** (4 - k)));
  });
});

test("no case is lost but those reported after the end", () => {
  const stream = streamOf("delay");
  for (let i = 0; i < 100; i++) {
    const reports = reportingDelay({ pmf }).sample(stream, [20, 30, 10, 0, 0]);
    expect(reports.reduce((sum, count) => sum + count, 0)).toBe(60);
    expect(reportingDelay({ pmf: [0, 0, 1] }).sample(stream, [5, 3, 2])).toEqual(Float64Array.of(0, 0, 5));
  }
});

test("means are the convolution", () => {
  expect(Array.from(reportingDelay({ pmf }).mean([10, 20, 0]))).toEqual([2, 9, 13]);
  expect(Array.from(reportingDelay({ pmf: [1] }).mean([1.5, 2]))).toEqual([1.5, 2]);
});

test.each([[[]], [[0.5, 0.4]], [[1.5, -0.5]], [[NaN, 1]]])("pmf %o is refused", (bad) => {
  expect(() => reportingDelay({ pmf: bad })).toThrow(new RangeError(`pmf must be non-negative with sum 1, got [${bad.join(", ")}]`));
});

test("counts must be whole to be drawn from", () => {
  expect(() => reportingDelay({ pmf }).sample(streamOf("bad"), [1.5])).toThrow(RangeError);
  expect(() => reportingDelay({ pmf }).mean([NaN])).toThrow(RangeError);
});
