import { beforeAll, expect, it } from "vitest";
import { selectBackend } from "../../../../src/nn/backend.js";
import { countIteration, settingsOf, watchOptimisers } from "../../../../src/nn/engine/step/watchOptimisers.js";
import { tf } from "../../../../src/nn/tf.js";

const OPTIMISERS: Record<string, () => tf.Optimizer> = {
  sgd: () => tf.train.sgd(0.5), momentum: () => tf.train.momentum(0.5, 0.9), adam: () => tf.train.adam(0.5), adamax: () => tf.train.adamax(0.5),
  adagrad: () => tf.train.adagrad(0.5), adadelta: () => tf.train.adadelta(0.5), rmsprop: () => tf.train.rmsprop(0.5),
};

beforeAll(() => selectBackend("tfjs-cpu"));

it.each(Object.keys(OPTIMISERS))("%s is noticed, and its settings are known", (name) => {
  const optimiser = OPTIMISERS[name]();
  const w = tf.variable(tf.scalar(1));
  const minimize = () => optimiser.minimize(() => tf.square(w), false, [w]);
  const seen: tf.Optimizer[] = [];
  watchOptimisers(() => (minimize(), minimize()), (each) => seen.push(each));
  expect(seen).toEqual([optimiser, optimiser]);
  expect(optimiser.iterations).toBe(0);
  const before = settingsOf(optimiser);
  expect(before).toContain("learningRate 0.5");
  minimize();
  countIteration(optimiser);
  expect(optimiser.iterations).toBe(2);
  expect(settingsOf(optimiser)).toBe(before);
  (optimiser as unknown as { learningRate: number }).learningRate = 0.25;
  expect(settingsOf(optimiser)).toContain("learningRate 0.25");
});

it("notices nothing after a function that throws", () => {
  const optimiser = tf.train.sgd(0.1);
  expect(() => watchOptimisers(() => { throw new RangeError("mine"); }, () => expect.unreachable())).toThrow(new RangeError("mine"));
  countIteration(optimiser);
  expect(optimiser.iterations).toBe(1);
});
