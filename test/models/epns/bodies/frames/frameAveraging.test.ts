import { beforeAll, expect, it } from "vitest";
import { eigengap } from "../../../../../src/models/epns/bodies/frames/eigengap.js";
import { frameAveraging } from "../../../../../src/models/epns/bodies/frames/frameAveraging.js";
import { rawBodies } from "../../../../../src/models/epns/bodies/rawBodies.js";
import { selectBackend } from "../../../../../src/nn/backend.js";
import { Key } from "../../../../../src/random/key.js";
import { virialStart } from "../../../../../src/simulators/particles/virialStart.js";
import { PERMUTATION, ROTATION, stepError, TRANSLATION } from "../stepError.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const model = frameAveraging(rawBodies({ hidden: 8 }));
const gapped = Array.from({ length: 40 }, (_, seed) => seed).filter((seed) => eigengap(virialStart(Key.root(seed).stream(), 5, 0.1)) >= 0.05).slice(0, 10);

it.each(Object.entries({ ROTATION, TRANSLATION, PERMUTATION }))("makes a raw model commute with a %s to 1e-4 where axes are apart, at ten seeds", (_, g) => {
  expect(gapped).toHaveLength(10);
  for (const seed of gapped) expect(stepError(model, g, seed)).toBeLessThan(1e-4);
});

it("promises nothing where axes are arbitrary, as on a square", () => {
  const square = new Float64Array(28);
  [[1, 1], [1, -1], [-1, 1], [-1, -1]].forEach(([x, y], i) => square.set([1, x, y, 0, 0.1 * i, 0.2, 0.3 * i], 7 * i));
  expect(stepError(model, { ...ROTATION, order: [0, 1, 2, 3] }, 0, square)).toBeGreaterThan(1e-4);
});

it("adds no parameters", () => {
  expect(model.init(Key.root(0))).toEqual(rawBodies({ hidden: 8 }).init(Key.root(0)));
});
