import { selectBackend, tf, train } from "simverdict";
import { NETS, noise, type NetName, type Timing, type Variant } from "./trainingStepNets.js";

const [net, variant] = process.argv.slice(2) as [NetName, Variant];
const { parameters, objective, x, y, steps } = NETS[net]();
const eager = !variant.startsWith("onnx");
const inputs = { x: noise(x, "x"), y: noise(y, "y") };
/** Steps that are not counted: a runtime in WebAssembly is compiled while it runs. */
const warmUp = eager ? 30 : steps - 300;
const count = eager ? 150 : steps;

await import("@tensorflow/tfjs-backend-wasm");
const shipped = ["BatchMatMul", "_FusedMatMul"].map((name) => tf.getKernel(name, "wasm"));
await selectBackend(variant === "unwrapped" ? "tfjs-wasm" : variant);
if (variant === "unwrapped") {
  for (const kernel of shipped) {
    tf.unregisterKernel(kernel.kernelName, "wasm");
    tf.registerKernel(kernel);
  }
}

const walls: number[] = [];
let [last, cpu] = [NaN, process.cpuUsage()];
await train({
  parameters, objective, steps: count + 1, learningRate: () => 1e-3,
  inputs: (step) => {
    const now = performance.now();
    if (step > warmUp) walls.push(now - last);
    if (step === warmUp) cpu = process.cpuUsage();
    last = now;
    return inputs;
  },
});
const { user, system } = process.cpuUsage(cpu);
const timing: Timing = {
  wall: walls.sort((a, b) => a - b)[Math.floor(walls.length / 4)],
  cpu: (user + system) / 1e3 / (count + 1 - warmUp),
};
process.send!(timing);
process.disconnect();
