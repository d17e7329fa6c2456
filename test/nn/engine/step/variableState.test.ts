import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { selectBackend } from "../../../../src/nn/backend.js";
import { compileStep } from "../../../../src/nn/engine/compileStep.js";
import type { OnnxRuntime } from "../../../../src/nn/engine/runtime/stepRuntime.js";
import { settleVariables } from "../../../../src/nn/engine/step/variableState.js";
import type { HostTensors, Tensors } from "../../../../src/nn/hostTensor.js";
import { tf } from "../../../../src/nn/tf.js";
import { distance, reals, someRuntime } from "../agreement.js";

const x = reals([4], "x");
const y = { data: x.data.map((v) => 3 * v), shape: [4] };
const error = (w: tf.Tensor, { x, y }: Tensors): tf.Scalar => tf.mean(tf.squaredDifference(tf.mul(w, x), y));
let runtime: OnnxRuntime;

beforeAll(async () => {
  await selectBackend("tfjs-cpu");
  runtime = await someRuntime();
});
beforeEach(() => tf.disposeVariables());

/** Runs on nothing and on the runtime, by turns with each, give the same numbers. */
async function expectEagerNumbers(run: (on: OnnxRuntime | undefined) => Promise<number[]>): Promise<void> {
  const eager = await run(undefined);
  tf.disposeVariables();
  expect(distance(await run(runtime), eager)).toBeLessThan(1e-5);
}

describe("variables that several steps share", () => {
  it("are validated as the training step has left them", async () => {
    await expectEagerNumbers(async (on) => {
      const w = tf.variable(tf.scalar(0));
      const optimiser = tf.train.sgd(0.1);
      const training = compileStep((given) => ({ loss: optimiser.minimize(() => error(w, given), true)! }), { runtime: on });
      const validation = compileStep((given) => ({ loss: error(w, given) }), { runtime: on });
      const losses: number[] = [];
      for (let t = 0; t < 20; t++) {
        await training.run({ x, y });
        if (t % 5 === 4) losses.push((await validation.run({ x, y })).loss.data[0]);
      }
      await validation.release();
      await training.release();
      return [...losses, w.dataSync()[0]];
    });
  });

  it("are trained in turn, each against the other", async () => {
    await expectEagerNumbers(async (on) => {
      const [p, q] = [5, 1].map((start) => tf.variable(tf.scalar(start)));
      const sgd = tf.train.sgd(0.05);
      const adam = tf.train.adam(0.05);
      const near = compileStep(({ x }) => ({ loss: sgd.minimize(() => tf.mean(tf.square(tf.sub(tf.mul(p, x), tf.mul(q, x)))), true, [p])! }), { runtime: on });
      const far = compileStep(({ x }) => ({ loss: adam.minimize(() => tf.mean(tf.square(tf.add(tf.mul(p, x), tf.mul(q, x)))), true, [q])! }), { runtime: on });
      const losses: number[] = [];
      for (let t = 0; t < 10; t++) for (const { run } of [near, far, far]) losses.push((await run({ x })).loss.data[0]);
      await Promise.all([near.release(), far.release()]);
      return [...losses, p.dataSync()[0], q.dataSync()[0]];
    });
  });

  it("are trained by a compiled and by an eager step in turn, which need not wait for each other", async () => {
    await expectEagerNumbers(async (on) => {
      const w = tf.variable(tf.scalar(0));
      const optimiser = tf.train.momentum(0.05, 0.5);
      const runners = [on, undefined].map((runtime) => compileStep((given) => ({ loss: optimiser.minimize(() => error(w, given), true)! }), { runtime }));
      const losses = await Promise.all(Array.from({ length: 12 }, (_, t) => runners[t % 2].run({ x, y })));
      for (const runner of runners) await runner.release();
      return [...losses.map(({ loss }) => loss.data[0]), w.dataSync()[0]];
    });
  });
});

describe("a variable whose elements are away", () => {
  const by: HostTensors = { by: { data: Float32Array.of(1), shape: [] } };
  /** w ← w + 1, and a way to stop the running step until it is told to go on. */
  const counting = () => {
    const w = tf.variable(tf.scalar(0));
    let hold: { reached: () => void; until: Promise<void> } | undefined;
    const load: OnnxRuntime["load"] = async (model) => {
      const session = await runtime.load(model);
      const run: typeof session.run = async (...given) => {
        hold?.reached();
        await hold?.until;
        return session.run(...given);
      };
      return { ...session, run };
    };
    const runner = compileStep((given) => (w.assign(tf.add<tf.Scalar>(w, given.by)), { total: w.clone() }), { runtime: { ...runtime, load } });
    /** Do something while the next step is running. */
    const during = async (act: () => void): Promise<number> => {
      let goOn = (): void => {};
      const until = new Promise<void>((resolve) => (goOn = resolve));
      const isReached = new Promise<void>((resolve) => (hold = { reached: resolve, until }));
      const running = runner.run(by);
      await isReached;
      hold = undefined;
      act();
      goOn();
      return (await running).total.data[0];
    };
    return { w, runner, during };
  };

  it("can be settled while a step is running, whose result counts", async () => {
    const { w, runner, during } = counting();
    await runner.run(by);
    await during(() => {
      settleVariables();
      expect(w.dataSync()[0]).toBe(1);
    });
    settleVariables();
    expect(w.dataSync()[0]).toBe(2);
    await runner.release();
  });

  it("keeps what is assigned while a step is running", async () => {
    const { w, runner, during } = counting();
    await runner.run(by);
    expect(await during(() => void w.assign(tf.scalar(10)))).toBe(2);
    await runner.run(by);
    await runner.release();
    expect(w.dataSync()[0]).toBe(11);
  });

  it("may be disposed, and is missed by the next step", async () => {
    const { w, runner } = counting();
    await runner.run(by);
    w.dispose();
    await expect(runner.run(by)).rejects.toThrow(`variable ${w.name} has been disposed`);
    await runner.release();
  });
});
