import { type Key, ksDistance, kineticEnergy, potentialEnergy, type Rollout, rolloutEnsemble } from "simverdict";
import type { CurvePicture, Picture, TrajectoryPicture } from "../src/report/pictures/picturesRecord.js";
import { celestialDynamics } from "../theorems/epns/dynamics.js";
import { fansOf, kernels, rounded, type Steps } from "./rolloutFans.js";

/** What the nets are trained on: as `epns/simulation-quality` has it at the standard tier. */
const NET = { sequences: 5, hidden: 16, steps: 1000 };
const ROLLOUTS = 200;
/** Time between observations. */
const DT = 0.1;

async function trajectoriesOf(steps: Steps<Float64Array>, start: Float64Array, length: number, key: Key): Promise<TrajectoryPicture["panels"]> {
  const panels: TrajectoryPicture["panels"][number][] = [];
  for (const [title, seed] of [["simulator", 0], ["simulator, again", 1], ["EPNS", 0], ["PNS", 0]] as const) {
    const [[{ states }]] = await rolloutEnsemble(steps[title.split(",")[0]], [start], { rollouts: 1, steps: length }, key.fold(seed));
    const path = (body: number) => [start, ...states].map((state): [number, number] => [rounded(state[7 * body + 1]), rounded(state[7 * body + 2])]);
    panels.push({ title, bodies: [0, 1, 2, 3, 4].map(path) });
  }
  return panels;
}

/** KS distance from the simulator at several horizons: mean over starts, two standard errors on both sides. */
async function horizonCurves(steps: Steps<Float64Array>, starts: readonly Float64Array[], horizons: readonly number[], key: Key): Promise<CurvePicture["panels"]> {
  const rollouts = 100;
  const named = { ...steps, "simulator against itself": steps.simulator };
  const ensembles: Record<string, Rollout<Float64Array>[][]> = {};
  for (const [name, own] of Object.entries(named)) {
    ensembles[name] = await rolloutEnsemble(own, starts, { rollouts, steps: Math.max(...horizons) }, key.fold(name));
  }
  return Object.entries({ "kinetic energy K": kineticEnergy, "potential energy U": (state: Float64Array) => potentialEnergy(state) }).map(([title, feature]) => ({
    title,
    x: { label: "time t, in units of the task", scale: "log" as const },
    y: "KS distance from the simulator",
    series: Object.keys(named).slice(1).map((name) => ({
      name,
      points: horizons.map((t) => {
        // a rollout that was lost counts as larger than all others
        const at = (who: string, i: number) => ensembles[who][i].map(({ states }) => (states.length < t ? Number.MAX_VALUE : feature(states[t - 1])));
        return pointOf(rounded(t * DT), starts.map((_, i) => ksDistance(at("simulator", i), at(name, i))));
      }),
    })),
  }));
}

function pointOf(x: number, values: readonly number[]): CurvePicture["panels"][number]["series"][number]["points"][number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const error = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) / values.length);
  return { x, y: rounded(mean), lower: rounded(mean - 2 * error), upper: rounded(mean + 2 * error) };
}

/** What rollouts of bodies look like, from nets trained under a key. */
export async function bodyPictures(key: Key): Promise<Picture[]> {
  const steps = await kernels(celestialDynamics, NET, key);
  const starts = Array.from({ length: 20 }, (_, i) => celestialDynamics.init(key.fold("starts").fold(i)));
  const net = `trained on ${NET.sequences} trajectories (hidden ${NET.hidden}, ${NET.steps} steps)`;
  const features = { "K / energy unit": kineticEnergy, "U / energy unit": (state: Float64Array) => potentialEnergy(state) };
  return [
    {
      kind: "trajectories",
      id: "epns-trajectories",
      title: "Five bodies from one start",
      caption: `celestial: 40 observations, .1 apart, seen along the z axis. Two draws of the simulator show how much of a path is chance; EPNS and PNS have equal numbers of parameters and are ${net}.`,
      unit: "length",
      panels: await trajectoriesOf(steps, starts[0], 40, key.fold("paths")),
    },
    {
      kind: "fans",
      id: "epns-energies",
      title: "Energies of rollouts from one start",
      caption: `celestial: ${ROLLOUTS} rollouts of each from the start of the trajectories; EPNS and PNS ${net}.`,
      panels: await fansOf(steps, starts[0], { rollouts: ROLLOUTS, steps: 40 }, features, { label: "time t, in units of the task", unit: DT }, key.fold("fans")),
    },
    {
      kind: "curves",
      id: "epns-horizon",
      title: "How far the laws of rollouts are from the simulator's",
      caption: `celestial: Kolmogorov–Smirnov distance of 100 rollouts from 100 of the simulator, mean over ${starts.length} starts and two standard errors on both sides; a second set of the simulator's own is as near as can be. EPNS and PNS ${net}.`,
      panels: await horizonCurves(steps, starts, [1, 2, 5, 10, 20, 40], key.fold("horizon")),
    },
  ];
}
