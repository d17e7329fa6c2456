import { tf } from "../../tf.js";
import { NotTraceable } from "../notTraceable.js";
import type { ElementType, GraphValue } from "../graph/graph.js";
import type { GraphBuilder } from "../graph/graphBuilder.js";
import { cast } from "./cast.js";
import type { KernelRules } from "./kernelRule.js";
import { reshape } from "./reshape.js";
import { transpose } from "./transpose.js";

/**
 * Put values side by side along an axis.
 *
 * @param g the graph
 * @param values at least one, equal in every other extent
 * @param axis the axis
 * @returns all of them in one
 */
export function concat(g: GraphBuilder, values: readonly GraphValue[], axis: number): GraphValue {
  if (values.length === 1) return values[0];
  const total = values.reduce((sum, { shape }) => sum + shape[axis], 0);
  return g.node("Concat", values, { shape: values[0].shape.with(axis, total), type: values[0].type }, { axis });
}

/**
 * A part of a value: along every axis those at begin, begin + stride, … before end.
 *
 * @param g the graph
 * @param x the value
 * @param begin first places, from 0
 * @param size extents of the result
 * @param strides positive steps; 1 if not given
 * @returns the part; x itself if that is all of it
 */
export function slice(g: GraphBuilder, x: GraphValue, begin: readonly number[], size: readonly number[], strides?: readonly number[]): GraphValue {
  const steps = strides ?? size.map(() => 1);
  const ends = size.map((extent, i) => begin[i] + (extent - 1) * steps[i] + 1);
  const axes = size.flatMap((extent, i) => (extent === x.shape[i] ? [] : [i]));
  if (axes.length === 0) return x;
  const operands = [begin, ends, axes.map((_, i) => i), steps].map((values, k) => g.ints(k === 2 ? axes : axes.map((i) => values[i])));
  return g.node("Slice", [x, ...operands], { shape: size, type: x.type });
}

/**
 * Surround a value.
 *
 * @param g the graph
 * @param x the value
 * @param paddings how many elements come before and after, axis by axis
 * @param value what they are; 0 if not given
 * @param mode `constant`, `reflect`, or `edge`
 * @returns the padded value; x itself if nothing is added
 */
export function pad(g: GraphBuilder, x: GraphValue, paddings: readonly (readonly [number, number])[], value = 0, mode = "constant"): GraphValue {
  if (paddings.every(([before, after]) => before === 0 && after === 0)) return x;
  const shape = x.shape.map((extent, i) => extent + paddings[i][0] + paddings[i][1]);
  const widths = g.ints([...paddings.map(([before]) => before), ...paddings.map(([, after]) => after)]);
  const filling = mode === "constant" ? [cast(g, g.scalar(value), x.type)] : [];
  return g.node("Pad", [x, widths, ...filling], { shape, type: x.type }, { mode });
}

/** A constant that is the same everywhere. */
function filled(g: GraphBuilder, shape: readonly number[], value: number, type: ElementType): GraphValue {
  const size = tf.util.sizeFromShape([...shape]);
  const data = type === "int32" ? new Int32Array(size) : type === "bool" ? new Uint8Array(size) : new Float32Array(size);
  return g.constant(data.fill(value), shape, type);
}

function sequence(g: GraphBuilder, start: number, step: number, count: number, type: "float32" | "int32"): GraphValue {
  const values = Array.from({ length: Math.max(0, count) }, (_, i) => start + i * step);
  return g.constant(type === "int32" ? Int32Array.from(values) : Float32Array.from(values), [values.length], type);
}

const split = (g: GraphBuilder, x: GraphValue, sizes: readonly number[], axis: number): readonly GraphValue[] =>
  sizes.length === 1
    ? [x]
    : g.nodes("Split", [x, g.ints(sizes)], sizes.map((size) => ({ shape: x.shape.with(axis, size), type: x.type })), { axis });

/** The kernels that move, copy or make elements, and change their type. */
export const shape: KernelRules = {
  Identity: (_, { x }) => x,
  Cast: (g, { x }, { dtype }: tf.CastAttrs) => {
    if (dtype === "float32" || dtype === "int32" || dtype === "bool") return cast(g, x, dtype);
    throw new NotTraceable(`type ${dtype}`);
  },
  Reshape: (g, { x }, { shape }: tf.ReshapeAttrs) =>
    reshape(g, x, tf.util.inferFromImplicitShape(shape, tf.util.sizeFromShape([...x.shape]))),
  ExpandDims: (g, { input }, { dim }: tf.ExpandDimsAttrs) =>
    reshape(g, input, input.shape.toSpliced(dim < 0 ? input.shape.length + dim + 1 : dim, 0, 1)),
  Transpose: (g, { x }, { perm }: tf.TransposeAttrs) => transpose(g, x, perm),
  Tile: (g, { x }, { reps }: tf.TileAttrs) =>
    reps.every((count) => count === 1)
      ? x
      : g.node("Tile", [x, g.ints(reps)], { shape: x.shape.map((extent, i) => extent * reps[i]), type: x.type }),
  Concat: (g, operands, { axis }: tf.ConcatAttrs) => {
    const values = Object.values(operands);
    const place = tf.util.parseAxisParam(axis, [...values[0].shape])[0];
    const filledOnes = values.filter(({ shape }) => !shape.includes(0));
    return concat(g, filledOnes.length > 0 ? filledOnes : values.slice(0, 1), place);
  },
  Pack: (g, operands, { axis }: tf.PackAttrs) =>
    concat(g, Object.values(operands).map((x) => reshape(g, x, x.shape.toSpliced(axis, 0, 1))), axis),
  Unpack: (g, { value }, { axis }: tf.UnpackAttrs) => {
    const place = axis < 0 ? axis + value.shape.length : axis;
    const parts = split(g, value, Array<number>(value.shape[place]).fill(1), place);
    return parts.map((part) => reshape(g, part, value.shape.toSpliced(place, 1)));
  },
  SplitV: (g, { x }, { numOrSizeSplits, axis }: tf.SplitVAttrs) => {
    const place = tf.util.parseAxisParam(axis, [...x.shape])[0];
    const probe = { shape: [...x.shape] } as tf.Tensor;
    return split(g, x, tf.backend_util.prepareSplitSize(probe, numOrSizeSplits, place), place);
  },
  Slice: (g, { x }, { begin, size }: tf.SliceAttrs) => {
    const probe = { shape: [...x.shape], rank: x.shape.length } as tf.Tensor;
    const [from, extents] = tf.slice_util.parseSliceParams(probe, begin, size);
    return slice(g, x, from, extents);
  },
  PadV2: (g, { x }, { paddings, constantValue }: tf.PadV2Attrs) => pad(g, x, paddings, constantValue),
  MirrorPad: (g, { x }, { paddings, mode }: tf.MirrorPadAttrs) => {
    if (mode !== "reflect") throw new NotTraceable(`mirror padding in mode ${mode}`);
    return pad(g, x, paddings, 0, mode);
  },
  Reverse: (g, { x }, { dims }: tf.ReverseAttrs) => {
    const axes = tf.util.parseAxisParam(dims, [...x.shape]);
    if (axes.length === 0) return x;
    const same = (value: number): GraphValue => g.ints(axes.map(() => value));
    // from the last element to before the first, backwards
    return g.node("Slice", [x, same(-1), same(-(2 ** 31)), g.ints(axes), same(-1)], x);
  },
  Fill: (g, _, { shape, value, dtype }: tf.FillAttrs) => {
    if (typeof value !== "number") throw new NotTraceable("strings");
    return filled(g, shape, value, dtype === "int32" || dtype === "bool" ? dtype : "float32");
  },
  ZerosLike: (g, { x }) => filled(g, x.shape, 0, x.type),
  OnesLike: (g, { x }) => filled(g, x.shape, 1, x.type),
  Range: (g, _, { start, stop, step, dtype }: tf.RangeAttrs) => {
    const by = step === 1 && stop < start ? -1 : step;
    return sequence(g, start, by, Math.ceil((stop - start) / by), dtype === "int32" ? "int32" : "float32");
  },
  LinSpace: (g, _, { start, stop, num }: tf.LinSpaceAttrs) => sequence(g, start, (stop - start) / (num - 1), num, "float32"),
};
