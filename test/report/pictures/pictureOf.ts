import type { CurvePicture, FanPicture, LatticePicture, TrajectoryPicture } from "../../../src/report/pictures/picturesRecord.js";

const common = { id: "it", title: "a < b & c", caption: "What it shows." };

/** Two bodies in two panels. */
export const trajectories = (changed: Partial<TrajectoryPicture> = {}): TrajectoryPicture => ({
  kind: "trajectories",
  ...common,
  unit: "length",
  panels: [
    { title: "simulator", bodies: [[[0, 0], [1, 1], [2, 0]], [[0, 2], [1, 2], [2, 2]]] },
    { title: "model", bodies: [[[0, 0], [1, 1], [50, 1], [2, 0]], [[0, 2], [1, 2], [99, 2]]] },
  ],
  ...changed,
});

/** A light and a dark cell on 3 × 3 sites, and a second row that ends early. */
export const lattices = (changed: Partial<LatticePicture> = {}): LatticePicture => ({
  kind: "lattices",
  ...common,
  size: 3,
  columns: ["t = 0", "t = 1"],
  rows: [
    { title: "simulator", types: [0, 1, 2], lattices: [[1, 1, 0, 2, 2, 0, 0, 0, 0], [1, 1, 1, 2, 2, 0, 0, 0, 0]] },
    { title: "model", types: [0, 1, 2], lattices: [[1, 1, 0, 2, 2, 0, 0, 0, 0]] },
  ],
  ...changed,
});

const fan = (add: number, length: number): number[][] => [0, 1, 2, 3, 4].map((line) => Array.from({ length }, (_, t) => add + line + t));

/** A fan of the simulator and a shorter one of a model. */
export const fans = (changed: Partial<FanPicture> = {}): FanPicture => ({
  kind: "fans",
  ...common,
  panels: [
    {
      title: "K",
      x: { label: "t / time", values: [0, 1, 2, 3] },
      y: "K / energy",
      fans: [{ name: "simulator", lines: fan(0, 4) }, { name: "model", lines: fan(1, 3) }],
    },
  ],
  ...changed,
});

/** Two series, one of them without intervals. */
export const curves = (changed: Partial<CurvePicture> = {}): CurvePicture => ({
  kind: "curves",
  ...common,
  panels: [
    {
      title: "score",
      x: { label: "trajectories", scale: "log" },
      y: "nats per body",
      series: [
        { name: "EPNS", points: [5, 20, 80].map((x) => ({ x, y: x / 10, lower: x / 10 - 1, upper: x / 10 + 2 })) },
        { name: "floor", points: [5, 80].map((x) => ({ x, y: 1, lower: null, upper: null })) },
      ],
    },
  ],
  ...changed,
});
