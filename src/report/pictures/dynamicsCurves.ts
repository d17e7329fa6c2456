import type { LeaderboardRecord } from "../../leaderboard/record.js";
import { horizonCurves, sizeCurves } from "./boardCurves.js";
import type { CurvePicture } from "./picturesRecord.js";

const INTERVALS = "Bars are 99 % intervals over the cases of the board, not over training seeds: each model was trained once.";
const LIKELIHOOD = "log-likelihood (higher is better)";
const DISTANCES = "Kolmogorov–Smirnov distances to the simulator (lower is better)";

/** Tasks of cells, and what ids of their pictures begin with. */
const CELLS = { cellular: "epns-board-cell", "cellular-100": "epns-board-cell-100" };

const board = (task: string, ...metrics: readonly string[]): string[] => metrics.map((metric) => `stochastic-dynamics/${task}/${metric}`);

/**
 * What the boards of stochastic dynamics say, as curves: scores against sizes of training sets, and against horizons.
 *
 * @param record boards
 * @returns the pictures for which there are boards with enough models, those of bodies before those of cells
 */
export function dynamicsCurves(record: LeaderboardRecord): CurvePicture[] {
  const cells = Object.entries(CELLS).flatMap(([task, id]) => cellCurves(record, task, id));
  return [...bodyCurves(record), ...cells].filter((picture) => picture !== undefined);
}

function bodyCurves(record: LeaderboardRecord): (CurvePicture | undefined)[] {
  return [
    sizeCurves(record, {
      id: "epns-board-sizes",
      title: "Scores against the number of training trajectories",
      caption: `celestial: ${LIKELIHOOD}, and ${DISTANCES} ten observations ahead. ${INTERVALS}`,
      panels: {
        "log-likelihood, nats per body": board("celestial", "log-likelihood"),
        "KS of the kinetic energy": board("celestial", "ks-kinetic-10"),
        "KS of the potential energy": board("celestial", "ks-potential-10"),
        "share of stable rollouts": board("celestial", "stable"),
      },
    }),
    horizonCurves(record, {
      id: "epns-board-horizons",
      title: "Distance to the simulator against the horizon",
      size: 20,
      models: ["EPNS, vector–scalar", "vector–scalar, equivariance broken", "PNS", "PNS, rotation augmentation", "PNS-MLP", "simulator"],
      caption: `celestial, models trained on 20 trajectories: Kolmogorov–Smirnov distance of 32 rollouts to 32 of the simulator, mean over starts; the simulator's own is the floor. ${INTERVALS}`,
      panels: {
        "kinetic energy": board("celestial", "ks-kinetic-1", "ks-kinetic-10", "ks-kinetic-20"),
        "potential energy": board("celestial", "ks-potential-1", "ks-potential-10", "ks-potential-20"),
      },
    }),
  ];
}

function cellCurves(record: LeaderboardRecord, task: string, id: string): (CurvePicture | undefined)[] {
  const distances = (horizon: number): Record<string, string[]> => ({
    "KS of the clusters": board(task, `ks-clusters-${horizon}`),
    "KS of the boundary": board(task, `ks-boundary-${horizon}`),
    "KS of the smallest volume": board(task, `ks-smallest-volume-${horizon}`),
  });
  return [
    sizeCurves(record, {
      id: `${id}-sizes`,
      title: "Scores of cells against the number of training sequences",
      caption: `${task}: ${LIKELIHOOD}, and ${DISTANCES} one observation ahead. ${INTERVALS}`,
      panels: { "log-likelihood, nats per site": board(task, "log-likelihood"), ...distances(1) },
    }),
    sizeCurves(record, {
      id: `${id}-sizes-10`,
      title: "Rollouts of cells against the number of training sequences",
      caption: `${task}: share of rollouts that keep all cells and let none grow too large (higher is better), and ${DISTANCES} ten observations ahead. ${INTERVALS}`,
      panels: { "share of stable rollouts": board(task, "stable"), ...distances(10) },
    }),
  ];
}
