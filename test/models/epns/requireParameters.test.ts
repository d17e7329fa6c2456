import { expect, it } from "vitest";
import { bodyKernel } from "../../../src/models/epns/bodies/bodyKernel.js";
import { bodyLogLikelihood } from "../../../src/models/epns/bodies/bodyLogLikelihood.js";
import { vectorScalar } from "../../../src/models/epns/bodies/vectors/vectorScalar.js";
import { cellKernel } from "../../../src/models/epns/cells/cellKernel.js";
import { cellLogLikelihood } from "../../../src/models/epns/cells/cellLogLikelihood.js";
import { crowdModel } from "../../../src/models/epns/cells/crowdModel.js";
import { requireParameters } from "../../../src/models/epns/requireParameters.js";
import { Key } from "../../../src/random/key.js";

const tensor = (...shape: number[]) => ({ data: new Float32Array(shape.reduce((a, b) => a * b, 1)), shape });
const model = { id: "net", init: () => ({ w: tensor(2, 3), b: tensor(3) }) };

it("takes a model's own parameters, in any order", () => {
  expect(() => requireParameters(model, { b: tensor(3), w: tensor(2, 3) })).not.toThrow();
});

it.each([
  ["one is missing", { w: tensor(2, 3) }, "b of shape [3] is missing"],
  ["another shape", { w: tensor(3, 2), b: tensor(3) }, "w must have shape [2, 3], got [3, 2]"],
  ["too few numbers", { w: { ...tensor(5), shape: [2, 3] }, b: tensor(3) }, "w must hold 6 numbers, got 5"],
  ["one too many", { w: tensor(2, 3), b: tensor(3), toString: tensor(1) }, "toString is none of them"],
])("refuses others: %s", (_, parameters, why) => {
  expect(() => requireParameters(model, parameters)).toThrow(new RangeError(`parameters must be those of net: ${why}`));
});

it("guards kernels and likelihoods against parameters of another architecture", () => {
  const [scales, init] = [{ dt: 0.1, velocity: 1, position: 1 }, (): never => { throw new Error("unused"); }];
  const bodies = { model: vectorScalar({ hidden: 4 }), parameters: vectorScalar({ hidden: 8 }).init(Key.root(0)), scales };
  const cells = { model: crowdModel({ hidden: 4 }), parameters: crowdModel({ hidden: 8 }).init(Key.root(0)) };
  expect(() => bodyKernel(bodies.model, { ...bodies, bodies: 5, init })).toThrow("parameters must be those of vector-scalar(hidden=4, rounds=2): ");
  expect(() => bodyLogLikelihood(bodies, [[new Float64Array(7), new Float64Array(7)]], { key: Key.root(0) })).toThrow("parameters must be those of vector-scalar");
  expect(() => cellKernel(cells.model, { ...cells, size: 24, cells: 8, init })).toThrow("parameters must be those of crowd(hidden=4");
  const lattice = { size: 3, ids: new Int16Array(9).fill(1), types: new Uint8Array([0, 1]) };
  expect(() => cellLogLikelihood(cells, [[lattice, lattice]], { key: Key.root(0) })).toThrow("parameters must be those of crowd(hidden=4");
});
