import { Key } from "../../../src/random/key.js";
import type { Stream } from "../../../src/random/stream.js";
import { incompleteBeta } from "../../../src/statistics/incompleteBeta.js";

/** Every size test is run at each of these. */
export const SEEDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The smallest count c with P(Binomial(draws, level) ≥ c) ≤ 1e-9: ten seeds raise a false alarm below 1e-8. */
export function alarmCount(draws: number, level: number): number {
  let count = Math.ceil(draws * level);
  while (incompleteBeta(level, count, draws - count + 1) > 1e-9) count++;
  return count;
}

/** How many of `draws` pairs of samples from one law have p ≤ level. */
export function rejections(
  seed: number,
  draws: number,
  [m, n]: readonly [number, number],
  draw: (stream: Stream) => number,
  pValue: (x: number[], y: number[], key: Key) => number,
  level = 0.05,
): number {
  let count = 0;
  for (let i = 0; i < draws; i++) {
    const key = Key.root(seed).fold("null-size").fold(i);
    const stream = key.fold("data").stream();
    const x = Array.from({ length: m }, () => draw(stream));
    const y = Array.from({ length: n }, () => draw(stream));
    if (pValue(x, y, key.fold("test")) <= level) count++;
  }
  return count;
}
