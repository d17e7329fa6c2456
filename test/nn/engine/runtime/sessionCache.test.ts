import { expect, it } from "vitest";
import { selectBackend } from "../../../../src/nn/backend.js";
import { mlp } from "../../../../src/nn/mlp.js";
import { tf } from "../../../../src/nn/tf.js";
import { compiledStepper } from "../../../../src/nn/engine/compiledStepper.js";
import { adamRates } from "../../../../src/nn/adam.js";
import { onnxModel } from "../../../../src/nn/engine/onnx/onnxModel.js";
import { sessionCache } from "../../../../src/nn/engine/runtime/sessionCache.js";
import { Key } from "../../../../src/random/key.js";
import { reals, someRuntime } from "../agreement.js";

/** A load that notes which models were loaded and which released; a model is one byte. */
function noting() {
  const [loaded, released]: [number[], number[]] = [[], []];
  const load = sessionCache(async ([model]) => {
    loaded.push(model);
    return { run: async () => ({ y: { data: Int32Array.of(model), shape: [] } }), release: async () => void released.push(model) };
  });
  return { loaded, released, load: (model: number) => load(Uint8Array.of(model)) };
}

it("loads equal models once, at the same time or one after the other, and keeps them apart from others", async () => {
  const { loaded, released, load } = noting();
  const [a, b, c] = await Promise.all([load(1), load(1), load(2)]);
  expect(loaded).toEqual([1, 2]);
  expect((await b.run({})).y.data[0]).toBe(1);
  expect((await c.run({})).y.data[0]).toBe(2);
  await Promise.all([a.release(), a.release()]); // twice is once: b still runs
  expect((await b.run({})).y.data[0]).toBe(1);
  await expect(a.run({})).rejects.toThrow("this session has been released");
  await Promise.all([b.release(), c.release()]);
  await load(1);
  expect([loaded, released]).toEqual([[1, 2], []]);
});

it("keeps the eight last used of those that nobody uses", async () => {
  const { loaded, released, load } = noting();
  const used = await load(0);
  for (let model = 1; model <= 10; model++) await (await load(model)).release();
  expect(released).toEqual([1, 2]);
  await (await load(3)).release(); // now 4 is the one that has waited longest
  await (await load(11)).release();
  expect(released).toEqual([1, 2, 4]);
  await used.release();
  expect(released).toEqual([1, 2, 4, 5]);
  await load(4);
  expect(loaded).toEqual([0, ...Array.from({ length: 11 }, (_, i) => i + 1), 4]);
});

it("forgets a model that was refused", async () => {
  let tries = 0;
  const load = sessionCache(async () => {
    if (tries++ === 0) throw new Error("no");
    return { run: async () => ({}), release: async () => {} };
  });
  await expect(load(new Uint8Array())).rejects.toThrow("no");
  await load(new Uint8Array());
  expect(tries).toBe(2);
});

it("serves trainings of equal nets with one session, and gives each the result that it has alone", async () => {
  await selectBackend("tfjs-cpu");
  const runtime = await someRuntime();
  let loads = 0;
  const cached = sessionCache((model) => (loads++, runtime.loadModel(model)));
  const load: typeof runtime.load = async (graph) => ({ ...(await cached(onnxModel(graph))), nodes: NaN, bytes: NaN });
  const counted = { ...runtime, load };
  const train = async (seed: number, width: number): Promise<unknown> => {
    const net = mlp({ inputs: 3, hidden: [width], outputs: 1 });
    const stepper = compiledStepper(net.init(Key.root(seed)), (p, { x }) => tf.mean(tf.square(net.apply(p, x as tf.Tensor2D))), { decays: false, runtime: counted });
    for (let t = 1; t <= 10; t++) await stepper.step({ x: reals([4, 3], `x${seed}`) }, adamRates(0.1, 0, t));
    await stepper.dispose();
    return stepper.parameters();
  };
  const alone = [await train(0, 5), await train(1, 5), await train(0, 6)];
  expect(loads).toBe(2);
  expect(await Promise.all([train(0, 5), train(1, 5), train(0, 6)])).toEqual(alone);
  expect(loads).toBe(2);
});
