import type { Stream } from "../../random/stream.js";

/** How true counts per interval become recorded ones. */
export interface ObservationModel {
  /** Stable identity with its constants, for example `under-reporting(probability=0.5)`. */
  readonly id: string;
  /** y ~ p(· | counts), shape [n] as the counts; equal streams give equal records. */
  readonly sample: (stream: Stream, counts: ArrayLike<number>) => Float64Array;
  /** E[y | counts], shape [n]; linear in the counts, which may be means themselves. */
  readonly mean: (counts: ArrayLike<number>) => Float64Array;
}
