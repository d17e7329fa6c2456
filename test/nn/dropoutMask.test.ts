import { beforeAll, describe, expect, it } from "vitest";
import { selectBackend } from "../../src/nn/backend.js";
import { dropoutMask } from "../../src/nn/dropoutMask.js";
import { compileStep } from "../../src/nn/engine/compileStep.js";
import type { OnnxRuntime } from "../../src/nn/engine/runtime/stepRuntime.js";
import type { TensorFunction } from "../../src/nn/engine/trace.js";
import { tf } from "../../src/nn/tf.js";
import { Key } from "../../src/random/key.js";
import { clopperPearson } from "../../src/statistics/clopperPearson.js";
import { reals, someRuntime } from "./engine/agreement.js";
import { distance } from "./engine/distance.js";

it("drops about the share that it is told, and scales the rest so that the mean is 1", () => {
  for (const rate of [0.1, 0.5, 0.9]) {
    const { data, shape } = dropoutMask(Key.root(1), [50, 400], rate);
    expect(shape).toEqual([50, 400]);
    expect(new Set(data)).toEqual(new Set([0, Math.fround(1 / (1 - rate))]));
    // A right mask fails with probability at most 1e-6; a share that is off by .03 is found with more than .999.
    const { lower, upper } = clopperPearson(data.filter((m) => m === 0).length, data.length, 1 - 1e-6);
    expect(lower <= rate && rate <= upper).toBe(true);
    expect(upper - lower).toBeLessThan(0.04);
  }
});

it("is what its key says, and drops nothing at rate 0", () => {
  expect(dropoutMask(Key.root(1), [3, 4], 0.5)).toEqual(dropoutMask(Key.root(1), [3, 4], 0.5));
  expect(dropoutMask(Key.root(2), [30], 0.5)).not.toEqual(dropoutMask(Key.root(1), [30], 0.5));
  expect([...dropoutMask(Key.root(0), [2], 0).data]).toEqual([1, 1]);
});

it("refuses rates and shapes outside their domains", () => {
  for (const rate of [-0.1, 1, NaN]) expect(() => dropoutMask(Key.root(0), [2], rate)).toThrow(new RangeError(`rate must lie in [0, 1), got ${rate}`));
  for (const extent of [0, 1.5]) expect(() => dropoutMask(Key.root(0), [2, extent], 0.5)).toThrow(new RangeError(`shape must hold integers >= 1, got [2, ${extent}]`));
});

describe("in a compiled step of a model of tf.layers", () => {
  let runtime: OnnxRuntime;
  beforeAll(async () => {
    await selectBackend("tfjs-cpu");
    runtime = await someRuntime();
  });

  /** Weights after 20 steps with the masks of a key. */
  async function weights(key: Key, on: OnnxRuntime | undefined): Promise<Float32Array> {
    tf.disposeVariables();
    const kernelInitializer = tf.initializers.glorotUniform({ seed: 5 });
    const [input, masks] = [tf.input({ shape: [4] }), tf.input({ shape: [16] })];
    const hidden = tf.layers.dense({ units: 16, activation: "tanh", kernelInitializer }).apply(input) as tf.SymbolicTensor;
    const dropped = tf.layers.multiply().apply([hidden, masks]) as tf.SymbolicTensor;
    const model = tf.model({ inputs: [input, masks], outputs: tf.layers.dense({ units: 1, kernelInitializer }).apply(dropped) as tf.SymbolicTensor });
    const optimiser = tf.train.adam(0.01);
    const step: TensorFunction = ({ x, y, mask }) => ({
      loss: optimiser.minimize(() => tf.losses.meanSquaredError(y, model.apply([x, mask]) as tf.Tensor), true)!,
    });
    const runner = compileStep(step, { runtime: on, say: (line) => expect.unreachable(line) });
    for (let t = 0; t < 20; t++) await runner.run({ x: reals([8, 4], `x${t}`), y: reals([8, 1], `y${t}`), mask: dropoutMask(key.fold(t), [8, 16], 0.5) });
    await runner.release();
    return Float32Array.from(model.getWeights().flatMap((weight) => [...weight.dataSync()]));
  }

  it("another key gives other weights, an equal one equal bits, and eager steps the same up to rounding", async () => {
    const [one, same, other, eager] = [await weights(Key.root(1), runtime), await weights(Key.root(1), runtime), await weights(Key.root(2), runtime), await weights(Key.root(1), undefined)];
    expect(same).toEqual(one);
    expect(distance(other, one)).toBeGreaterThan(1e-2);
    expect(distance(eager, one)).toBeLessThan(1e-4);
  });
});
