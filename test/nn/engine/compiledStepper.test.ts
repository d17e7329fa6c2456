import { beforeAll, describe, expect, it } from "vitest";
import { adamRates } from "../../../src/nn/adam.js";
import { selectBackend } from "../../../src/nn/backend.js";
import { eagerStepper } from "../../../src/nn/eagerStepper.js";
import { compiledStepper } from "../../../src/nn/engine/compiledStepper.js";
import { NotTraceable } from "../../../src/nn/engine/notTraceable.js";
import type { OnnxRuntime } from "../../../src/nn/engine/runtime/stepRuntime.js";
import type { HostTensors } from "../../../src/nn/hostTensor.js";
import { mlp } from "../../../src/nn/mlp.js";
import type { Stepper } from "../../../src/nn/stepper.js";
import { tf } from "../../../src/nn/tf.js";
import type { Objective } from "../../../src/nn/trainingStep.js";
import { Key } from "../../../src/random/key.js";
import { distance, reals, someRuntime } from "./agreement.js";

const net = mlp({ inputs: 20, hidden: [64, 64], outputs: 1 });
const start = net.init(Key.root(0));
const objective: Objective = (p, { x, y, noise }) =>
  tf.mean(tf.squaredDifference(net.apply(p, tf.add<tf.Tensor2D>(x, noise)), y));
const batch = (t: number, rows = 32): HostTensors => ({
  x: reals([rows, 20], `x${t}`), y: reals([rows, 1], `y${t}`), noise: reals([rows, 20], `noise${t}`, -0.1, 0.1),
});
/** Every load of a model counts. */
const counting = (runtime: OnnxRuntime, loads: { count: number }, paysAfter = runtime.paysAfter): OnnxRuntime => ({
  ...runtime, paysAfter, load: (graph) => (loads.count++, runtime.load(graph)),
});
let runtime: OnnxRuntime;

beforeAll(async () => {
  await selectBackend("tfjs-cpu");
  runtime = await someRuntime();
});

async function steps(stepper: Stepper, count: number, rowsOf: (t: number) => number = () => 32): Promise<number[]> {
  for (let t = 0; t < count; t++) await stepper.step(batch(t, rowsOf(t)), adamRates(0.003 * (1 + (t % 3)), 0.1, t + 1));
  return stepper.losses();
}

describe("compiledStepper", () => {
  it("agrees with the cpu backend to 1e-4 after 30 steps, with decay, noise and changing rates", async () => {
    const [eager, compiled] = [eagerStepper(start, objective), compiledStepper(start, objective, { decays: true, runtime })];
    const [expected, actual] = [await steps(eager, 30), await steps(compiled, 30)];
    expect(distance(actual, expected)).toBeLessThan(1e-4);
    const [reference, weights] = [eager.parameters(), compiled.parameters()];
    expect(Object.keys(weights)).toEqual(Object.keys(reference));
    for (const name of Object.keys(reference)) {
      expect(weights[name].shape).toEqual(reference[name].shape);
      const [a, b] = [weights[name].data, reference[name].data];
      const size = Math.hypot(...b);
      expect(Math.hypot(...a.map((x, i) => x - b[i]))).toBeLessThan(1e-4 * size);
    }
    await eager.dispose();
    await compiled.dispose();
  });

  it("gives equal bits from equal steps", async () => {
    const [a, b] = [0, 1].map(() => compiledStepper(start, objective, { decays: true, runtime }));
    expect(await steps(a, 20)).toEqual(await steps(b, 20));
    expect(a.parameters()).toEqual(b.parameters());
    await Promise.all([a.dispose(), b.dispose()]);
  });

  it("steps eagerly through other shapes until they pay for a graph of their own", async () => {
    const loads = { count: 0 };
    const stepper = compiledStepper(start, objective, { decays: true, runtime: counting(runtime, loads, 3) });
    const eager = eagerStepper(start, objective);
    const rowsOf = (t: number): number => (t % 4 === 3 ? 8 : 32);
    const losses = await steps(stepper, 20, rowsOf);
    expect(loads.count).toBe(2);
    expect(distance(losses, await steps(eager, 20, rowsOf))).toBeLessThan(1e-4);
    await Promise.all([stepper.dispose(), eager.dispose()]);
  });

  it("refuses, before its first step, an objective that cannot be compiled", async () => {
    const reading: Objective = (p, inputs) => (inputs.x.dataSync(), objective(p, inputs));
    const stepper = compiledStepper(start, reading, { decays: false, runtime });
    await expect(stepper.step(batch(0), adamRates(0.1, 0, 1))).rejects.toThrow(NotTraceable);
    expect(stepper.parameters()).toEqual(start);
    await stepper.dispose();
  });
});
