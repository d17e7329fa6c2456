import { tf } from "../tf.js";
import { type Elements, filled, type KernelCall, type Mend } from "./kernel.js";

/** Up to this many elements a loop is quicker than making a view and copying that. */
const SHORT = 64;

function copy(to: Elements, at: number, from: Elements, start: number, length: number): void {
  if (length > SHORT) to.set(from.subarray(start, start + length), at);
  else for (let i = 0; i < length; i++) to[at + i] = from[start + i];
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((size, extent) => size * extent, 1);

/** Inputs side by side: in every one of so many rows, a row of each. */
function joined(backend: unknown, outline: Pick<tf.TensorInfo, "shape" | "dtype">, inputs: readonly tf.TensorInfo[], rows: number): tf.TensorInfo {
  const widths = inputs.map(({ shape }) => sizeOf(shape) / rows);
  const width = sizeOf(outline.shape) / rows;
  return filled(backend, outline, inputs, (output, ...parts) => {
    let left = 0;
    parts.forEach((part, i) => {
      for (let row = 0; row < rows; row++) copy(output, row * width + left, part, row * widths[i], widths[i]);
      left += widths[i];
    });
  });
}

/** The shipped kernel makes a view of every row of every input: for narrow ones that takes ten times as long as copying. */
const concat: Mend = (shipped) => (call) => {
  const given = call.inputs as unknown as tf.TensorInfo[];
  const inputs = given.filter(({ shape }) => sizeOf(shape) > 0);
  if (inputs.length < 2 || inputs[0].dtype === "string") return shipped(call);
  const shapes = given.map(({ shape }) => shape);
  const [axis] = tf.util.parseAxisParam((call.attrs as unknown as tf.ConcatAttrs).axis, shapes[0]);
  tf.backend_util.assertParamsConsistent(shapes, axis);
  const shape = tf.backend_util.computeOutShape(shapes, axis);
  return joined(call.backend, { shape, dtype: inputs[0].dtype }, inputs, sizeOf(shape.slice(0, axis)));
};

/** Tensors of one shape along a new axis; the shipped kernel is that of Concat. */
const pack: Mend = (shipped) => (call) => {
  const inputs = call.inputs as unknown as tf.TensorInfo[];
  const [{ shape, dtype }] = inputs;
  const isUniform = inputs.every((input) => input.dtype === dtype && input.shape.join() === shape.join());
  if (sizeOf(shape) === 0 || dtype === "string" || !isUniform) return shipped(call);
  const { axis } = call.attrs as unknown as tf.PackAttrs;
  return joined(call.backend, { shape: shape.toSpliced(axis, 0, inputs.length), dtype }, inputs, sizeOf(shape.slice(0, axis)));
};

/** The input cut along an axis into parts of so many places each, which lose the axis or keep it; the shipped kernels are those of Slice. */
function cut({ inputs, backend }: KernelCall, axis: number, extents: readonly number[], keepsAxis: boolean): tf.TensorInfo[] {
  const { shape, dtype } = inputs.x ?? inputs.value!;
  const [rows, width, inner] = [sizeOf(shape.slice(0, axis)), sizeOf(shape.slice(axis)), sizeOf(shape.slice(axis + 1))];
  let left = 0;
  return extents.map((extent) => {
    const [length, from] = [extent * inner, left];
    left += length;
    const outline = { shape: keepsAxis ? shape.with(axis, extent) : shape.toSpliced(axis, 1), dtype };
    return filled(backend, outline, [inputs.x ?? inputs.value!], (output, x) => {
      for (let row = 0; row < rows; row++) copy(output, row * length, x, row * width + from, length);
    });
  });
}

const split: Mend = (shipped) => (call) => {
  const x = call.inputs.x!;
  if (x.dtype === "string") return shipped(call);
  const { numOrSizeSplits, axis } = call.attrs as unknown as tf.SplitVAttrs;
  const [along] = tf.util.parseAxisParam(axis, x.shape);
  return cut(call, along, tf.backend_util.prepareSplitSize(x, numOrSizeSplits, along), true);
};

const unpack: Mend = (shipped) => (call) => {
  const { shape, dtype } = call.inputs.value!;
  if (dtype === "string") return shipped(call);
  const { axis } = call.attrs as unknown as tf.UnpackAttrs;
  const along = axis < 0 ? axis + shape.length : axis;
  return cut(call, along, Array<number>(shape[along]).fill(1), false);
};

/** The shipped kernel copies the whole input first, and then makes a view of every row. */
const slice: Mend = (shipped) => (call) => {
  const x = call.inputs.x!;
  const { shape, dtype } = x;
  if (shape.length === 0 || dtype === "string") return shipped(call);
  const { begin: first, size: extents } = call.attrs as unknown as tf.SliceAttrs;
  const [begin, size] = tf.slice_util.parseSliceParams(x, first, extents);
  // from this axis on, what is taken lies in one piece
  let axis = shape.length - 1;
  while (axis > 0 && size[axis] === shape[axis]) axis--;
  const length = sizeOf(size.slice(axis));
  const strides = shape.map((_, i) => sizeOf(shape.slice(i + 1)));
  return filled(call.backend, { shape: size, dtype }, [x], (output, from) => {
    const index = begin.slice(0, axis + 1);
    for (let at = 0; at < output.length; at += length) {
      copy(output, at, from, index.reduce((offset, place, i) => offset + place * strides[i], 0), length);
      for (let i = axis - 1; i >= 0 && ++index[i] === begin[i] + size[i]; i--) index[i] = begin[i];
    }
  });
};

/** Kernels that copy parts of tensors and are needlessly slow as shipped (version 4.22.0). */
export const copying: Readonly<Record<string, Mend>> = {
  Concat: concat, Pack: pack, Slice: slice, SplitV: split, Unpack: unpack,
};
