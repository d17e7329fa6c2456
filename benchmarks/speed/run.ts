import { decide, decideUnits } from "./decide.bench.js";

/** Every speed benchmark, with the number of units that one run of its tasks handles. */
const BENCHES = [{ bench: decide(), units: decideUnits }];

for (const { bench, units } of BENCHES) {
  await bench.run();
  console.log(bench.name);
  console.table(
    bench.tasks.map((task) => {
      const { result } = task;
      if (!("latency" in result)) return { task: task.name, failed: result.state };
      const { p50, rme, samplesCount } = result.latency;
      return { task: task.name, "median ns per unit": +((p50 * 1e6) / units).toPrecision(3), "± %": +rme.toFixed(1), runs: samplesCount };
    }),
  );
}
