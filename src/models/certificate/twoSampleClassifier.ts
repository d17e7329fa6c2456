import type { Key } from "../../random/key.js";
import type { Rows } from "../../statistics/twoSample/checkSample.js";

/** For each row whether it looks real rather than simulated; it judges every row by itself. */
export type LooksReal = (rows: Rows) => readonly boolean[];

/** Learns from labelled rows to tell real data from simulations. */
export interface TwoSampleClassifier {
  /** Stable identity with its constants, for example `gaussian-discriminant`. */
  readonly id: string;
  /** Rows of one width, at least one of either kind → what it learnt; all randomness comes from the key. */
  readonly fit: (simulated: Rows, real: Rows, key: Key) => LooksReal | Promise<LooksReal>;
}
