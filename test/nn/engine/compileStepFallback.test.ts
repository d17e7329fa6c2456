import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { selectBackend } from "../../../src/nn/backend.js";
import { compileStep } from "../../../src/nn/engine/compileStep.js";
import type { OnnxRuntime } from "../../../src/nn/engine/runtime/stepRuntime.js";
import type { TensorFunction } from "../../../src/nn/engine/trace.js";
import type { Tensors } from "../../../src/nn/hostTensor.js";
import { tf } from "../../../src/nn/tf.js";
import { reals, someRuntime } from "./agreement.js";

/** Optimisers that make variables in their first step. */
const OPTIMISERS: Record<string, () => tf.Optimizer> = {
  momentum: () => tf.train.momentum(0.02, 0.9), adam: () => tf.train.adam(0.01), adamax: () => tf.train.adamax(0.01),
  adagrad: () => tf.train.adagrad(0.05), adadelta: () => tf.train.adadelta(0.1), rmsprop: () => tf.train.rmsprop(0.005),
};
const x = reals([4], "x");
const y = { data: x.data.map((v) => 3 * v), shape: [4] };
let runtime: OnnxRuntime;

beforeAll(async () => {
  await selectBackend("tfjs-cpu");
  runtime = await someRuntime();
});
beforeEach(() => tf.disposeVariables());

type After = (loss: tf.Scalar, x: tf.Tensor) => Record<string, tf.Tensor>;

/** Loss and weight after 30 steps that do something with the loss, and the lines that they say. */
async function fit(optimiser: tf.Optimizer, after: After, on: OnnxRuntime | undefined) {
  const w = tf.variable(tf.scalar(0));
  const lines: string[] = [];
  const runner = compileStep(
    (given) => after(optimiser.minimize(() => tf.mean<tf.Scalar>(tf.squaredDifference(tf.mul(w, given.x), given.y)), true, [w])!, given.x),
    { runtime: on, say: (line) => lines.push(line) },
  );
  let loss = NaN;
  for (let t = 0; t < 30; t++) loss = (await runner.run({ x, y })).loss.data[0];
  await runner.release();
  return { numbers: [loss, w.dataSync()[0]], lines };
}

describe("compileStep, where a step cannot be compiled,", () => {
  it.each(Object.keys(OPTIMISERS))("leaves %s what it made while the step was tried", async (name) => {
    const reading: After = (loss) => (loss.dataSync(), { loss });
    const unknown: After = (loss, x) => ({ loss, k: tf.topk(x, 1).values });
    for (const after of [reading, unknown]) {
      const eager = await fit(OPTIMISERS[name](), after, undefined);
      const tried = await fit(OPTIMISERS[name](), after, runtime);
      expect(tried.numbers).toEqual(eager.numbers);
      expect(tried.lines).toHaveLength(1);
    }
  });

  it("lets it read its loss in its own time", async () => {
    const seen: number[] = [];
    const reading: After = (loss) => (void loss.data().then(([value]) => seen.push(value)), { loss });
    const { numbers, lines } = await fit(tf.train.adam(0.01), reading, runtime);
    expect(lines).toHaveLength(1);
    expect(seen).toHaveLength(30);
    expect(seen.at(-1)).toBe(numbers[0]);
  });

  it.each(["compiled", "eager"])("calls an asynchronous step a mistake, %s", async (how) => {
    const step = async ({ x }: Tensors) => ({ y: tf.scalar((await x.data())[0]) });
    const runner = compileStep(step as unknown as TensorFunction, { runtime: how === "eager" ? undefined : runtime, say: (line) => expect.unreachable(line) });
    for (let t = 0; t < 2; t++) {
      await expect(runner.run({ x })).rejects.toThrow(new TypeError("a function of tensors must be synchronous: this one returns a promise"));
    }
    await new Promise((resolve) => setImmediate(resolve));
    await runner.release();
  });
});
