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
const machine = { node: process.version, cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length };
const record = { machine, timerResolutionNs: timerResolution(), groups, processes: [] as { readonly name: string; readonly rows: readonly object[] }[] };
mkdirSync(OUT, { recursive: true });
const save = (): void => writeFileSync(`${OUT}/speed.json`, `${JSON.stringify(record, null, 2)}\n`);
save();
console.log("all in nanoseconds per unit; compare within one run only");

/** What is measured in milliseconds, each line in a process of its own. */
const PROCESSES: Readonly<Record<string, () => Promise<readonly object[]>>> = {
  "training step": trainingStep,
  "vector–scalar model of bodies, hidden 32, 2 layers, batch 64": bodyModel,
  "two trainings side by side": sideBySide,
};
for (const [name, measure] of Object.entries(PROCESSES)) {
  const rows = await measure();
  record.processes.push({ name, rows });
  save();
  console.log(`${name}, each in a process of its own`);
  console.table(rows);
}
console.log(`record in ${OUT}/speed.json`);
