import { beforeAll, expect, it } from "vitest";
import { bodyBound } from "../../../src/models/epns/bodies/bodyBound.js";
import type { BodyModel } from "../../../src/models/epns/bodies/bodyModel.js";
import { flatBodies } from "../../../src/models/epns/bodies/flatBodies.js";
import { frameAveraging } from "../../../src/models/epns/bodies/frames/frameAveraging.js";
import { rawBodies } from "../../../src/models/epns/bodies/rawBodies.js";
import { vectorScalar } from "../../../src/models/epns/bodies/vectors/vectorScalar.js";
import { boundLoss } from "../../../src/models/epns/boundLoss.js";
import type { CellModel } from "../../../src/models/epns/cells/cellModel.js";
import { crowdModel } from "../../../src/models/epns/cells/crowdModel.js";
import { flatCells } from "../../../src/models/epns/cells/rivals/flatCells.js";
import { indexedCrowd } from "../../../src/models/epns/cells/rivals/indexedCrowd.js";
import { stackedCells } from "../../../src/models/epns/cells/rivals/stackedCells.js";
import { unrolledCellBound } from "../../../src/models/epns/cells/unrolledCellBound.js";
import { selectBackend } from "../../../src/nn/backend.js";
import { trace } from "../../../src/nn/engine/trace.js";
import type { HostTensors } from "../../../src/nn/hostTensor.js";
import { tf } from "../../../src/nn/tf.js";
import type { Objective } from "../../../src/nn/trainingStep.js";
import { Key } from "../../../src/random/key.js";

beforeAll(() => selectBackend("tfjs-cpu"));

/** Loss and gradients as the engine records them; throws where a kernel cannot become part of a graph. */
function nodesOf(parameters: HostTensors, objective: Objective, shapes: Readonly<Record<string, number[]>>): number {
  const names = Object.keys(parameters);
  const specs = { ...shapes, ...Object.fromEntries(names.map((name) => [name, [...parameters[name].shape]])) };
  const graph = trace(
    (inputs) => {
      const gradients = tf.valueAndGrads((...values: tf.Tensor[]) => objective(Object.fromEntries(names.map((name, i) => [name, values[i]])), inputs));
      const { value, grads } = gradients(names.map((name) => inputs[name]));
      return Object.fromEntries([["loss", value], ...grads.map((g, i) => [`gradient/${names[i]}`, g])]) as tf.NamedTensorMap;
    },
    Object.fromEntries(Object.entries(specs).map(([name, shape]) => [name, { shape, type: "float32" as const }])),
  );
  expect(graph.outputs.size).toBe(names.length + 1);
  return graph.nodes.length;
}

const bodies: BodyModel[] = [vectorScalar({ hidden: 4 }), frameAveraging(rawBodies({ hidden: 4 })), rawBodies({ hidden: 4 }), flatBodies({ bodies: 3, hidden: 4 })];

it.each(bodies)("a training step of $id becomes one graph", (model) => {
  const shapes = { state: [2, 3, 7], target: [2, 3, 2, 3], latents: [2, 3, 2, 3], klWeight: [] };
  const objective: Objective = (p, inputs) => boundLoss(bodyBound(model, p, inputs), inputs.klWeight, 0.1);
  expect(nodesOf(model.init(Key.root(0)), objective, shapes)).toBeGreaterThan(0);
});

const cells: CellModel[] = [
  crowdModel({ hidden: 3, latents: 2 }),
  indexedCrowd({ cells: 2, hidden: 3, latents: 2 }),
  stackedCells({ cells: 2, hidden: 3, latents: 2 }),
  flatCells({ size: 6, cells: 2, hidden: 3, latents: 2 }),
];

it.each(cells)("a training step of $id, unrolled twice, becomes one graph", (model) => {
  const [lattices, latents] = [[2, 3, 6, 6], [2, 3, 2]];
  const shapes = {
    occupancy: lattices, kinds: [2, 3, 3], klWeight: [],
    "target/0": lattices, "latents/0": latents, "gumbel/0": lattices, "target/1": lattices, "latents/1": latents,
  };
  const objective: Objective = (p, inputs) => boundLoss(unrolledCellBound(model, p, inputs, 2), inputs.klWeight, 0.1);
  expect(nodesOf(model.init(Key.root(0)), objective, shapes)).toBeGreaterThan(0);
});
