import { expect, test } from "vitest";
import { inSequence } from "../../../src/simulators/observation/inSequence.js";
import { overDispersion } from "../../../src/simulators/observation/overDispersion.js";
import { reportingDelay } from "../../../src/simulators/observation/reportingDelay.js";
import { underReporting } from "../../../src/simulators/observation/underReporting.js";
import { drawMany, streamOf } from "../../random/goodnessOfFit.js";

const counts = [40, 25, 30];
const models = [underReporting({ probability: 0.5 }), reportingDelay({ pmf: [0.25, 0.75] }), overDispersion({ dispersion: 4 })];

/** c ~ Bin(25, ⅛) + Bin(40, ⅜), m = E c = 18.125, Var c = 12.11; then NB with k = 4: Var = m + Var c + (Var c + m²)/4 = 115.4. */
test("means compose, and are the means of what is drawn (6 standard errors, false alarm 2e−9)", () => {
  const model = inSequence(models);
  expect(model.mean(counts)[1]).toBeCloseTo(18.125, 12);
  const draws = drawMany("sequence", (stream) => model.sample(stream, counts)[1], 20_000);
  const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
  expect(Math.abs(mean - 18.125)).toBeLessThan(6 * Math.sqrt(115.4 / draws.length));
});

test("models act in the order given", () => {
  const [thin, delay] = models;
  const seen = inSequence([thin, delay]);
  const stream = streamOf("order");
  expect(seen.sample(streamOf("order"), counts)).toEqual(delay.sample(stream, thin.sample(stream, counts)));
  expect(seen.id).toBe("under-reporting(probability=0.5) then reporting-delay(pmf=0.25/0.75)");
});

test("no model leaves counts as they are, in a copy", () => {
  const none = inSequence([]);
  expect(none.id).toBe("as they are");
  const same = Float64Array.from(counts);
  expect(none.sample(streamOf("none"), same)).toEqual(same);
  expect(none.sample(streamOf("none"), same)).not.toBe(same);
  expect(Array.from(none.mean(counts))).toEqual(counts);
});
