import { type Reference, reference } from "./float64-loops.js";

/** How an image [height, width, channels] is cut into windows. */
export interface Windows {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly window: number;
  readonly stride: number;
  /** Whether windows reach beyond the image, so that there is one for every stride. */
  readonly isPadded: boolean;
}

/** The places in memory of every window's numbers, row by row; windows in the order of their rows, columns and channels. */
export function placesOf({ height, width, channels, window, stride, isPadded }: Windows): number[][] {
  const range = (length: number, from = 0): number[] => Array.from({ length }, (_, i) => from + i);
  const spans = (extent: number): number[][] => {
    const count = isPadded ? Math.ceil(extent / stride) : Math.floor((extent - window) / stride) + 1;
    const beyond = isPadded ? Math.max(0, (count - 1) * stride + window - extent) : 0;
    return range(count).map((i) => range(window, i * stride - Math.floor(beyond / 2)).filter((at) => at >= 0 && at < extent));
  };
  return spans(height).flatMap((rows) =>
    spans(width).flatMap((columns) => range(channels).map((channel) => rows.flatMap((i) => columns.map((j) => (i * width + j) * channels + channel)))),
  );
}

/**
 * The largest number of every window, and the gradient of Σ c ⊙ largest by the image: what c is at a window goes to its
 * largest number, the first of several. Exact for small integers c.
 */
export function maxPooling(x: ArrayLike<number>, c: ArrayLike<number>, windows: Windows): readonly [largest: Reference, gradient: Reference] {
  const winners = placesOf(windows).map((places) => places.reduce((best, place) => (x[place] > x[best] ? place : best)));
  const gradient = new Float64Array(x.length);
  winners.forEach((place, i) => (gradient[place] += c[i]));
  return [reference(winners.length, (i) => [x[winners[i]], 0]), reference(x.length, (i) => [gradient[i], 0])];
}
