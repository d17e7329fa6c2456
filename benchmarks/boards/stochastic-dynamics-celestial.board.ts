import { celestialLeaderboard, ENTRIES } from "./celestial-contest.js";

celestialLeaderboard(ENTRIES, 200);
