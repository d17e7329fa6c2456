import fc from "fast-check";
import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { BadBase } from "../../../src/leaderboard/gate/badBase.js";
import { packedScores, unpackedScores } from "../../../src/leaderboard/gate/packedScores.js";

test("scores come back within a step of 1/63 of the range, and within the range", () => {
  const ends = fc.tuple(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.double({ min: 1e-3, max: 1e3, noNaN: true }));
  fc.assert(
    fc.property(ends, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 50 }), ([low, width], shares) => {
      const range = [low, low + width] as const;
      const scores = shares.map((share) => Math.min(range[1], low + share * width));
      const back = unpackedScores(packedScores(scores, range), scores.length, range);
      scores.forEach((score, i) => expect(Math.abs(back[i] - score)).toBeLessThanOrEqual(width / 63 + 1e-9));
      for (const score of back) expect(score >= range[0] && score <= range[1]).toBe(true);
    }),
  );
});

test("the mean stays: rounding up or down at random is unbiased (6 standard deviations, false alarm < 1e-8)", () => {
  const n = 20_000;
  for (const score of [0.001, 0.2, 0.5, 0.993]) {
    const back = unpackedScores(packedScores(new Float64Array(n).fill(score), [0, 1]), n, [0, 1]);
    const mean = back.reduce((sum, value) => sum + value, 0) / n;
    expect(Math.abs(mean - score)).toBeLessThan(6 / (126 * Math.sqrt(n)));
  }
});

test("equal scores stay equal, and a score that grew never shrinks", () => {
  const score = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score), { minLength: 1, maxLength: 50 }), (pairs) => {
      const packed = (pick: (pair: [number, number]) => number) => unpackedScores(packedScores(pairs.map(pick), [0, 1]), pairs.length, [0, 1]);
      const [less, more] = [packed((pair) => Math.min(...pair)), packed((pair) => Math.max(...pair))];
      pairs.forEach(([a, b], i) => expect(a === b ? less[i] === more[i] : less[i] <= more[i]).toBe(true));
    }),
  );
});

test("0/1 errors are exact, and a case of them takes less than a bit or so", () => {
  const scores = Array.from({ length: 12_000 }, (_, i) => ((i * 7_919) % 97 < 8 ? 1 : 0));
  const text = packedScores(scores, [0, 1]);
  expect(Array.from(unpackedScores(text, scores.length, [0, 1]))).toEqual(scores);
  expect(text.length).toBeLessThan(1_500);
});

test("what is packed again is the same text", () => {
  const text = packedScores([0.1, 0.7, 1 / 3], [0, 1]);
  expect(packedScores(unpackedScores(text, 3, [0, 1]), [0, 1])).toBe(text);
});

test.each([NaN, -0.1, 1.1, Infinity])("%d is no score in [0, 1]", (bad) => {
  expect(() => packedScores([0, bad], [0, 1])).toThrow(`score 1 is ${bad}, not in [0, 1]`);
});

test("damage, another number of cases and what inflates without end are refused", () => {
  const text = packedScores([0, 1, 1], [0, 1]);
  const bomb = deflateSync(Buffer.alloc(10_000_000)).toString("base64");
  for (const [bad, cases] of [[text, 2], [text, 4], ["", 3], ["AAAA", 3], [text.slice(0, -6), 3], [bomb, 3]] as const) {
    expect(() => unpackedScores(bad, cases, [0, 1])).toThrow(BadBase);
  }
});
