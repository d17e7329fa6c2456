import { type CellLattice, type Key, rolloutEnsemble } from "simverdict";
import type { LatticePicture, Picture } from "../src/report/pictures/picturesRecord.js";
import { cellularDynamics } from "../theorems/epns/dynamics.js";
import { fansOf, kernels, type Steps } from "./rolloutFans.js";

/** What the nets are trained on. */
const NET = { sequences: 20, hidden: 8, steps: 1000 };
const ROLLOUTS = 50;

async function latticesOf(steps: Steps<CellLattice>, start: CellLattice, times: readonly number[], key: Key): Promise<Pick<LatticePicture, "columns" | "rows">> {
  const rows: LatticePicture["rows"][number][] = [];
  for (const [title, seed] of [["simulator", 0], ["simulator", 1], ["EPNS", 0], ["EPNS", 1], ["PNS", 0], ["PNS", 1]] as const) {
    const [[{ states }]] = await rolloutEnsemble(steps[title], [start], { rollouts: 1, steps: Math.max(...times) }, key.fold(seed));
    const all = [start, ...states];
    rows.push({ title, types: [...start.types], lattices: times.filter((t) => t < all.length).map((t) => [...all[t].ids]) });
  }
  return { columns: times.map((t) => `observation ${t}`), rows };
}

/** What rollouts of cells look like, from nets trained under a key. */
export async function cellPictures(key: Key): Promise<Picture[]> {
  const steps = await kernels(cellularDynamics, NET, key);
  const start = cellularDynamics.init(key.fold("start"));
  const { clusters, boundary } = cellularDynamics.features;
  const net = `trained on ${NET.sequences} sequences (hidden ${NET.hidden}, ${NET.steps} steps)`;
  const features = { "clusters of equal type": clusters, "light–dark pairs of sites": boundary };
  return [
    {
      kind: "lattices",
      id: "epns-cells",
      title: "Cells that sort themselves",
      caption: `cellular: 24 × 24 sites, 8 cells, an observation every 10 Monte Carlo steps; all rows from one start, two draws of each; EPNS and PNS ${net}. A row ends where a cell has vanished.`,
      size: start.size,
      ...(await latticesOf(steps, start, [0, 1, 5, 10, 20, 29], key.fold("lattices"))),
    },
    {
      kind: "fans",
      id: "epns-clusters",
      title: "Clusters and boundaries of rollouts from one start",
      caption: `cellular: ${ROLLOUTS} rollouts of each from the start of the lattices; EPNS and PNS ${net}. A rollout in which a cell has vanished counts while it lasts; a fan ends where fewer than half are left.`,
      panels: await fansOf(steps, start, { rollouts: ROLLOUTS, steps: 29 }, features, { label: "observation", unit: 1 }, key.fold("fans")),
    },
  ];
}
