import { Bench } from "tinybench";
import { confidenceInterval, Key, MeanTest } from "simverdict";

const OBSERVATIONS = 10_000;

/** The cost of deciding: both e-processes looked at after every observation, and one confidence interval. */
export function decide(): Bench {
  const stream = Key.root(0).fold("decide").stream();
  const z = Float64Array.from({ length: OBSERVATIONS }, () => stream.uniform());
  return new Bench({ name: `decide, per observation of ${OBSERVATIONS}` })
    .add("mean test, looking after every observation", () => void new MeanTest(0.5, 1e-30).observe(z))
    .add("mean test, in batches of 256", () => {
      const test = new MeanTest(0.5, 1e-30);
      for (let at = 0; at < OBSERVATIONS; at += 256) test.observe(z.subarray(at, at + 256));
    })
    .add("confidence interval", () => void confidenceInterval(z, 1e-5));
}

/** What one run of a task is divided by. */
export const decideUnits = OBSERVATIONS;
