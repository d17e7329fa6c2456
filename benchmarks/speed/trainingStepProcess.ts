import { compile, flatStep, runtimeInUse, selectBackend, tf, train } from "simverdict";
import { NETS, noise, type NetName, type Timing, type Variant } from "./trainingStepNets.js";

const [net, variant] = process.argv.slice(2) as [NetName, Variant];
const { parameters, objective, x, y, steps } = NETS[net]();
const isEager = variant === "unwrapped" || variant === "kernel by kernel";
const inputs = { x: noise(x, "x"), y: noise(y, "y") };
/** A step is compiled only where there are enough of them, and WebAssembly becomes faster while it runs. */
const count = isEager ? 150 : variant === "onnx-wasm" ? steps : 500;
/** Steps that are not counted. */
const warmUp = isEager ? 30 : count - 300;

await import("@tensorflow/tfjs-backend-wasm");
const shipped = ["BatchMatMul", "_FusedMatMul"].map((name) => tf.getKernel(name, "wasm"));
await selectBackend(isEager ? "tfjs-wasm" : variant);
if (variant === "unwrapped") {
  for (const kernel of shipped) {
    tf.unregisterKernel(kernel.kernelName, "wasm");
    tf.registerKernel(kernel);
  }
}

/** The step is the one that is trained then, which shares what is compiled here. */
async function compiling(): Promise<Timing["compiling"]> {
  const on = runtimeInUse();
  if (on === undefined || isEager) return undefined;
  const floats = (...shape: number[]) => ({ shape, type: "float32" as const });
  const state = floats(Object.values(parameters).reduce((sum, { data }) => sum + data.length, 0));
  const specs = { parameters: state, first: state, second: state, stepSize: floats(), keep: floats(), "input/x": floats(...x), "input/y": floats(...y) };
  const { nodes, bytes, milliseconds = NaN, release } = await compile(flatStep(objective, parameters, false), specs, on, () => performance.now());
  await release();
  return { ms: milliseconds, nodes, bytes };
}
const cost = await compiling();

const walls: number[] = [];
let [last, counted, cpu] = [NaN, NaN, process.cpuUsage()];
await train({
  parameters, objective, isEager, steps: count + 1, learningRate: () => 1e-3,
  inputs: (step) => {
    const now = performance.now();
    if (step > warmUp) walls.push(now - last);
    if (step === warmUp) [counted, cpu] = [now, process.cpuUsage()];
    last = now;
    return inputs;
  },
});
const { user, system } = process.cpuUsage(cpu);
const meanWall = (performance.now() - counted) / (count + 1 - warmUp);
const timing: Timing = {
  meanWall,
  wall: walls.sort((a, b) => a - b)[Math.floor(walls.length / 4)],
  cpu: (user + system) / 1e3 / (count + 1 - warmUp),
  ...(cost && { compiling: cost }),
};
process.send!(timing);
process.disconnect();
