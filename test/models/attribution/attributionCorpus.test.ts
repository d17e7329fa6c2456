import { expect, test } from "vitest";
import { attributionCorpus } from "../../../src/models/attribution/attributionCorpus.js";
import { Key } from "../../../src/random/key.js";
import { normal } from "../../../src/random/normal.js";

const plain = { embed: (xs: readonly number[][]) => xs.map((x) => Float64Array.from(x)) };
const pairs = (...xs: number[][]) => xs.map((x, theta) => ({ theta, x }));

test("embeddings are standardised over the corpus", () => {
  const { points, width, thetas } = attributionCorpus(plain, pairs([0, 10], [2, 10], [4, 10]));
  expect(width).toBe(2);
  expect(thetas).toEqual([0, 1, 2]);
  const unit = Math.sqrt(1.5);
  [-unit, 0, 0, 0, unit, 0].forEach((value, i) => expect(points[i]).toBeCloseTo(value, 6));
});

test("a corpus that is embedded in several chunks keeps its order", () => {
  const n = 9_001;
  const corpus = attributionCorpus(plain, pairs(...Array.from({ length: n }, (_, i) => [i])));
  const sd = Math.sqrt((n ** 2 - 1) / 12);
  for (const i of [0, 4_095, 4_096, 8_192, n - 1]) expect(corpus.points[i]).toBeCloseTo((i - (n - 1) / 2) / sd, 5);
  expect(corpus.reach).toBeCloseTo(1 / sd, 5);
});

test("the reach is the largest distance to the nearest other simulation, of all where they are few", () => {
  const { reach, standardisation } = attributionCorpus(plain, pairs([0], [1], [3], [7]));
  expect(reach * standardisation.scale[0]).toBeCloseTo(4, 5);
  expect(attributionCorpus(plain, pairs([1], [1], [1])).reach).toBe(0);
  expect(attributionCorpus(plain, pairs([1])).reach).toBe(Infinity);
});

/**
 * P(a new x is farther from its nearest simulation than 99 are from theirs) ≤ 1/100 by exchangeability. Given the
 * corpus this rate is about Beta(1, 99), so the sum of 20 about Gamma(20)/99, above .6 with probability 1e-9; at a mean
 * rate of .03 the share of 4,000 exceeds .05 by 7 sd. Three seeds: false alarm ≤ 4e-9; a rate of .07 is found.
 */
test.each([0, 1, 2])("an x of the simulator's law is rarely beyond the reach, seed %i", (seed) => {
  let alarms = 0;
  for (let c = 0; c < 20; c++) {
    const stream = Key.root(seed).fold(c).stream();
    const draw = (): number[] => [normal(stream), normal(stream)];
    const corpus = attributionCorpus(plain, pairs(...Array.from({ length: 300 }, draw)));
    const { mean, scale } = corpus.standardisation;
    for (let i = 0; i < 200; i++) {
      const [u, v] = draw().map((value, j) => (value - mean[j]) / scale[j]);
      let nearest = Infinity;
      for (let row = 0; row < 300; row++) nearest = Math.min(nearest, Math.hypot(corpus.points[2 * row] - u, corpus.points[2 * row + 1] - v));
      if (nearest > corpus.reach) alarms++;
    }
  }
  expect(alarms / 4_000).toBeLessThan(0.05);
});

test("an empty corpus, embeddings that do not fit and targets that are not finite are refused", () => {
  expect(() => attributionCorpus(plain, [])).toThrow(new RangeError("pairs must hold at least one simulation, got none"));
  expect(() => attributionCorpus(plain, pairs([1, 2], [1]))).toThrow(
    new RangeError("the embedding of pair 1 must be 2 finite numbers, got [1]"),
  );
  expect(() => attributionCorpus(plain, pairs([1], [NaN]))).toThrow(
    new RangeError("the embedding of pair 1 must be 1 finite numbers, got [NaN]"),
  );
  expect(() => attributionCorpus(plain, pairs([]))).toThrow(new RangeError("the embedding of pair 0 must be 1 finite numbers, got []"));
  expect(() => attributionCorpus(plain, pairs([1], [2]), { target: (theta) => Math.log(theta) })).toThrow(
    new RangeError("target of pair 0 must be finite, got -Infinity"),
  );
});
