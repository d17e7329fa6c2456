import { celestialLeaderboard, epns, PAPER, pns, trained } from "./celestial-contest.js";

/**
 * The vector–scalar model with 20 trajectories against PNS with 80, the nets of the board, on ten times as many cases:
 * npx simverdict bench benchmarks/boards/celestial-20-against-80.duel.ts --tier standard
 */
celestialLeaderboard([trained("EPNS, vector–scalar", PAPER, epns, { trajectories: 20 }), trained("PNS", PAPER, pns, { trajectories: 80 })], 2_000);
