import { bodyKernel, celestial, fitBodies, Key, selectBackend, trajectory, vectorScalar } from "simverdict";
import type { BodyTiming, BodyWork } from "./bodyModel.bench.js";
import { kernelClock } from "./kernelClock.js";

const [work, backend] = process.argv.slice(2) as [BodyWork, string];
const [BATCH, GROUP, GROUPS, WARM_UP] = [64, 50, 8, 3];

await selectBackend(backend);
const inKernels = kernelClock();
const model = vectorScalar({ hidden: 32, rounds: 2 });
const simulator = celestial();
const key = Key.root(0);

/** Wall, computing and kernel time at the end of every group of steps. */
const marks: { readonly wall: number; readonly cpu: number; readonly kernels: number }[] = [];
const mark = (): void => {
  const { user, system } = process.cpuUsage();
  marks.push({ wall: performance.now(), cpu: (user + system) / 1e3, kernels: inKernels() });
};

if (work === "training step") {
  const states = [0, 1].map((i) => trajectory(simulator, key.fold(i), 50));
  await fitBodies(model, states, { steps: GROUP * GROUPS, batch: BATCH, dt: 0.1, progress: mark }, key);
} else {
  const parts = { parameters: model.init(key), scales: { dt: 0.1, velocity: 0.1, position: 0.01 }, bodies: 5, init: (from: Key) => simulator.init(from) };
  const kernel = bodyKernel(model, parts);
  const compiled = kernel.compiled(BATCH);
  const starts = Array.from({ length: BATCH }, (_, i) => simulator.init(key.fold(i)));
  for (let group = 0; group < GROUPS; group++) {
    for (let step = 0; step < GROUP; step++) {
      const noise = starts.map((_, i) => kernel.noise(key.fold(step).fold(i)));
      if (work === "rollout step") kernel.stepAll(starts, noise);
      else await compiled.stepAll(starts, noise);
    }
    mark();
  }
  await compiled.release();
}

const groups = marks.slice(WARM_UP).map(({ wall, cpu, kernels }, i) => {
  const before = marks[WARM_UP - 1 + i];
  return { wall: (wall - before.wall) / GROUP, cpu: (cpu - before.cpu) / GROUP, share: (kernels - before.kernels) / (wall - before.wall) };
});
const middle = (of: keyof BodyTiming): number => groups.map((group) => group[of]).sort((a, b) => a - b)[Math.floor(groups.length / 2)];
const timing: BodyTiming = { wall: middle("wall"), cpu: middle("cpu"), share: middle("share") };
process.send!(timing);
process.disconnect();
