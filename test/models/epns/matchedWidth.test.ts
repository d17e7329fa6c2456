import { expect, it } from "vitest";
import { brokenVectorScalar } from "../../../src/models/epns/bodies/vectors/brokenVectorScalar.js";
import { flatBodies } from "../../../src/models/epns/bodies/flatBodies.js";
import { crowdModel } from "../../../src/models/epns/cells/crowdModel.js";
import { flatCells } from "../../../src/models/epns/cells/rivals/flatCells.js";
import { indexedCrowd } from "../../../src/models/epns/cells/rivals/indexedCrowd.js";
import { stackedCells } from "../../../src/models/epns/cells/rivals/stackedCells.js";
import { rawBodies } from "../../../src/models/epns/bodies/rawBodies.js";
import { vectorScalar } from "../../../src/models/epns/bodies/vectors/vectorScalar.js";
import { matchedWidth } from "../../../src/models/epns/matchedWidth.js";
import { dense } from "../../../src/models/epns/nets/dense.js";
import { parameterCount } from "../../../src/models/epns/nets/layer.js";
import { Key } from "../../../src/random/key.js";

it("is the width with the nearest count", () => {
  const square = (hidden: number) => dense("a", hidden, hidden, false);
  expect(matchedWidth(100, square)).toBe(10);
  expect(matchedWidth(109, square)).toBe(10);
  expect(matchedWidth(112, square)).toBe(11);
  expect(matchedWidth(1, square)).toBe(1);
});

const rivals = {
  raw: (hidden: number) => rawBodies({ hidden }),
  broken: (hidden: number) => brokenVectorScalar({ hidden }),
  flat: (hidden: number) => flatBodies({ bodies: 5, hidden }),
};

it.each([16, 32, 64])("gives all rivals of a vector–scalar model of width %s its number of parameters, to 5 in 100", (hidden) => {
  const count = parameterCount(vectorScalar({ hidden }).init(Key.root(0)));
  for (const rival of Object.values(rivals)) {
    const found = parameterCount(rival(matchedWidth(count, rival)).init(Key.root(0)));
    expect(Math.abs(found / count - 1)).toBeLessThan(0.05);
  }
});

const cellRivals = {
  indexed: (hidden: number) => indexedCrowd({ cells: 8, hidden }),
  stacked: (hidden: number) => stackedCells({ cells: 8, hidden }),
  flat: (hidden: number) => flatCells({ size: 8, cells: 8, hidden }),
};

it.each([16, 32])("gives all rivals of a crowd model of width %s its number of parameters, to 5 in 100", (hidden) => {
  const count = parameterCount(crowdModel({ hidden }).init(Key.root(0)));
  for (const rival of Object.values(cellRivals)) {
    const found = parameterCount(rival(matchedWidth(count, rival)).init(Key.root(0)));
    expect(Math.abs(found / count - 1)).toBeLessThan(0.05);
  }
});

it.each([0, 1.5, NaN])("refuses a count of %s", (count) => {
  expect(() => matchedWidth(count, rivals.raw)).toThrow(new RangeError(`count must be an integer >= 1, got ${count}`));
});
