import type { TheoremRecord } from "../harness/record.js";
import type { TrainingNews } from "../leaderboard/trainingNews.js";

/** Hears of a run as it goes on. */
export interface Progress {
  started(id: string): void;
  /** A theorem with its record, or a board without one. */
  ended(id: string, record?: TheoremRecord): void;
  /** A training of a board has come further; where nobody hears of that, it is not said. */
  advanced?(id: string, news: TrainingNews): void;
  /** What a spec printed. */
  printed(text: string): void;
}
