import { tf } from "../../tf.js";
import type { GraphValue } from "../graph/graph.js";
import type { GraphBuilder } from "../graph/graphBuilder.js";
import { NotTraceable } from "../notTraceable.js";
import { cast } from "./cast.js";
import { binary } from "./elementwise.js";
import type { KernelRules } from "./kernelRule.js";
import { reshape } from "./reshape.js";
import { slice } from "./shape.js";

/**
 * Sum rows by their number; rows with a number outside 0 … count − 1 go into one more row, which is cut off.
 *
 * @param g the graph
 * @param x shape [n, …]
 * @param rows int32, shape [n]
 * @param count number of sums
 * @returns shape [count, …]
 */
function sumByRow(g: GraphBuilder, x: GraphValue, rows: GraphValue, count: number): GraphValue {
  const extents = [count + 1, ...x.shape.slice(1)];
  const outside = binary(g, "Or", binary(g, "Less", rows, g.scalar(0, "int32"), "bool"), binary(g, "Greater", rows, g.scalar(count, "int32"), "bool"), "bool");
  const target = g.node("Where", [outside, g.scalar(count, "int32"), rows], rows);
  const zeros = g.node("Expand", [cast(g, g.scalar(0), x.type), g.ints(extents)], { shape: extents, type: x.type });
  const places = cast(g, reshape(g, target, [...rows.shape, 1]), "int64");
  const sums = g.node("ScatterND", [zeros, places, x], zeros, { reduction: "add" });
  return slice(g, sums, extents.map(() => 0), extents.with(0, count));
}

/** The kernels that pick elements by number, and their gradients. */
export const indexing: KernelRules = {
  GatherV2: (g, { x, indices }, { axis, batchDims }: tf.GatherV2Attrs) => {
    if (batchDims !== 0) throw new NotTraceable(`gathering with ${batchDims} batch dimensions`);
    const place = tf.util.parseAxisParam(axis, [...x.shape])[0];
    return g.node("Gather", [x, cast(g, indices, "int32")], { shape: x.shape.toSpliced(place, 1, ...indices.shape), type: x.type }, { axis: place });
  },
  GatherNd: (g, { params, indices }) => {
    const shape = [...indices.shape.slice(0, -1), ...params.shape.slice(indices.shape.at(-1))];
    return g.node("GatherND", [params, cast(g, indices, "int64")], { shape, type: params.type });
  },
  UnsortedSegmentSum: (g, { x, segmentIds }, { numSegments }: tf.UnsortedSegmentSumAttrs) => sumByRow(g, x, segmentIds, numSegments),
  OneHot: (g, { indices }, { depth, onValue, offValue, dtype }: tf.OneHotAttrs) => {
    const type = dtype === "float32" || dtype === "bool" ? dtype : "int32";
    const classes = g.constant(Int32Array.from({ length: depth }, (_, k) => k), [depth], "int32");
    const hit = binary(g, "Equal", reshape(g, cast(g, indices, "int32"), [...indices.shape, 1]), classes, "bool");
    const [on, off] = [onValue, offValue].map((value) => cast(g, g.scalar(value), type));
    return g.node("Where", [hit, on, off], { shape: hit.shape, type });
  },
};
