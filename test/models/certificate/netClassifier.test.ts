import { expect, test } from "vitest";
import { netClassifier } from "../../../src/models/certificate/netClassifier.js";
import { Key } from "../../../src/random/key.js";
import { normal } from "../../../src/random/normal.js";

type Row = readonly number[];
const rows = (n: number, key: Key, law: (z: () => number) => Row): Row[] => {
  const stream = key.stream();
  return Array.from({ length: n }, () => law(() => normal(stream)));
};
/** On a ring against at its centre: no hyperplane and no mean tells them apart. */
const centre = (z: () => number): Row => [z() / 2, z() / 2];
const ring = (z: () => number): Row => {
  const [u, v] = [z(), z()];
  return [(3 * u) / Math.hypot(u, v), (3 * v) / Math.hypot(u, v)];
};

/** The centre reaches radius 1.75 with probability e^(−6.1) = .002; .97 leaves .028 to the net and, at 6 sd, .012 to chance. */
test("it tells a ring from its centre, with unequal sizes, and equal keys give equal verdicts", async () => {
  const key = Key.root(0);
  const fit = () => netClassifier({ steps: 200 }).fit(rows(300, key.fold(0), centre), rows(100, key.fold(1), ring), key.fold(2));
  const looksReal = await fit();
  const n = 1_000;
  const fresh = [...rows(n, key.fold(3), centre), ...rows(n, key.fold(4), ring)];
  const said = looksReal(fresh);
  const right = said.filter((value, i) => value === i >= n).length;
  expect(right / (2 * n)).toBeGreaterThan(0.97);
  expect((await fit())(fresh)).toEqual(said);
});

test("bad sizes are refused", async () => {
  const fit = (steps: number) => netClassifier({ steps }).fit([[0]], [[1]], Key.root(0));
  await expect(fit(0)).rejects.toThrow(RangeError);
  await expect(fit(1.5)).rejects.toThrow(RangeError);
});
