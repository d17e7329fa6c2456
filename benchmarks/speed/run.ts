import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import type { Bench } from "tinybench";
import { attribution, attributionUnits } from "./attribution.bench.js";
import { bodyModel } from "./bodyModel.bench.js";
import { decide, decideUnits } from "./decide.bench.js";
import { sideBySide } from "./sideBySide.bench.js";
import { celestialKernel, celestialUnits, cellularKernel, cellularUnits } from "./kernels.bench.js";
import { gillespieHunt, gillespieHuntUnits, gillespieSir, gillespieSirUnits, gridTrajectories, gridTrajectoriesUnits } from "./simulators.bench.js";
import { fits, fitsUnits } from "./fits.bench.js";
import { trainingStep } from "./trainingStep.bench.js";
import { samplers, samplersUnits } from "./samplers.bench.js";

/** Every speed benchmark, with the number of units that one run of its tasks handles. */
const BENCHES: readonly { readonly bench: Bench; readonly units: number }[] = [
  { bench: decide(), units: decideUnits },
  { bench: fits(), units: fitsUnits },
  { bench: samplers(), units: samplersUnits },
  { bench: gillespieSir(), units: gillespieSirUnits },
  { bench: gillespieHunt(), units: gillespieHuntUnits },
  { bench: gridTrajectories(), units: gridTrajectoriesUnits },
  { bench: celestialKernel(), units: celestialUnits },
  { bench: cellularKernel(), units: cellularUnits },
  { bench: await attribution(), units: attributionUnits },
];

const OUT = "results/latest";

/** The smallest step that the timer was seen to make, in nanoseconds: below it a latency means nothing. */
function timerResolution(): number {
  let smallest = Infinity;
  for (let i = 0; i < 10_000; i++) {
    const start = performance.now();
    let now = start;
    while (now === start) now = performance.now();
    smallest = Math.min(smallest, now - start);
  }
  return smallest * 1e6;
}

const groups = [];
for (const { bench, units } of BENCHES) {
  await bench.run();
  const tasks = bench.tasks.map(({ name, result }) => {
    if (!("latency" in result)) throw new Error(`${bench.name}, ${name}: ${result.state}`);
    const { p50, p75, p99, rme, samplesCount } = result.latency;
    const perUnit = (milliseconds: number): number => (milliseconds * 1e6) / units;
    return { name, medianNs: perUnit(p50), p75Ns: perUnit(p75), p99Ns: perUnit(p99), rmePercent: rme, runs: samplesCount };
  });
  groups.push({ name: bench.name ?? "", unitsPerRun: units, tasks });
  console.log(bench.name);
  console.table(
    Object.fromEntries(
      tasks.map(({ name, medianNs, p99Ns, rmePercent, runs }) => [
        name,
        { "median ns": +medianNs.toPrecision(3), "p99 ns": +p99Ns.toPrecision(3), "± %": +rmePercent.toFixed(1), runs },
      ]),
    ),
  );
}
mkdirSync(OUT, { recursive: true });
const machine = { node: process.version, cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length };
writeFileSync(`${OUT}/speed.json`, `${JSON.stringify({ machine, timerResolutionNs: timerResolution(), groups }, null, 2)}\n`);
console.log(`all in nanoseconds per unit; compare within one run only; record in ${OUT}/speed.json`);

console.log("training step, each variant in a process of its own");
console.table(await trainingStep());
console.log("vector–scalar model of bodies, hidden 32, 2 layers, batch 64, each line in a process of its own");
console.table(await bodyModel());
console.log("two trainings side by side, each in a process of its own");
console.table(await sideBySide());
