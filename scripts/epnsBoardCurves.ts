import type { LeaderboardRecord } from "../src/leaderboard/record.js";
import { horizonCurves, sizeCurves } from "../src/report/pictures/boardCurves.js";
import type { CurvePicture } from "../src/report/pictures/picturesRecord.js";

const board = (task: string, ...metrics: readonly string[]): string[] => metrics.map((metric) => `stochastic-dynamics/${task}/${metric}`);
const INTERVALS = "Bars are 99 % intervals over the cases of the board, not over training seeds: each model was trained once.";

/** Scores of the dynamics boards against sizes of training sets and horizons; what is not in the record is left out. */
export function epnsBoardCurves(record: LeaderboardRecord): CurvePicture[] {
  return [
    sizeCurves(record, {
      id: "epns-board-sizes",
      title: "Scores against the number of training trajectories",
      caption: `celestial: log-likelihood (higher is better), and Kolmogorov–Smirnov distances to the simulator (lower is better) ten observations ahead. ${INTERVALS}`,
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
    sizeCurves(record, {
      id: "epns-board-cell-sizes",
      title: "Scores of cells against the number of training sequences",
      caption: `cellular: log-likelihood (higher is better), and Kolmogorov–Smirnov distances to the simulator (lower is better) one observation ahead. ${INTERVALS}`,
      panels: {
        "log-likelihood, nats per site": board("cellular", "log-likelihood"),
        "KS of the clusters": board("cellular", "ks-clusters-1"),
        "KS of the boundary": board("cellular", "ks-boundary-1"),
        "KS of the smallest volume": board("cellular", "ks-smallest-volume-1"),
      },
    }),
  ].filter((picture) => picture !== undefined);
}
