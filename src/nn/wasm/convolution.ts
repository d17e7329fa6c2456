import { tf } from "../tf.js";
import { chain, type KernelCall, type Mend } from "./kernel.js";

type Attrs = Pick<tf.Conv2DAttrs, "strides" | "pad" | "dataFormat" | "dimRoundingMode">;

/** A convolution whose filter is as large as it comes: one image is slid over another. */
const SLIDE = { strides: 1, pad: "valid", dataFormat: "NHWC", dilations: 1 } as const;

/**
 * Gradient of a convolution y = x ∗ w by its filter: x, padded, slides under ∂L/∂y spread by the strides, summed over
 * the batch.
 *
 * That is a convolution in which the batch takes the channels' place, and the strides are the dilation. As shipped
 * (version 4.22.0) the backend has no such kernel.
 */
function filterGradient({ inputs, backend, attrs }: KernelCall): tf.TensorInfo {
  const { filterShape, ...rest } = attrs as unknown as tf.Conv2DBackpropFilterAttrs;
  const [x, dy] = [inputs.x!, inputs.dy!];
  const { padInfo: { top, bottom, left, right }, strideHeight, strideWidth } = geometry(x.shape, filterShape, rest);
  return chain(backend, (run) => {
    const padded = run("PadV2", { x }, { paddings: [[0, 0], [top, bottom], [left, right], [0, 0]], constantValue: 0 });
    const images = run("Transpose", { x: padded }, { perm: [3, 1, 2, 0] });
    const filter = run("Transpose", { x: dy }, { perm: [1, 2, 0, 3] });
    const slid = run("Conv2D", { x: images, filter }, { ...SLIDE, dilations: [strideHeight, strideWidth] });
    // a stride that does not divide the image leaves rows over
    const [height, width, channels, out] = filterShape;
    const cut = run("Slice", { x: slid }, { begin: [0, 0, 0, 0], size: [channels, height, width, out] });
    return run("Transpose", { x: cut }, { perm: [1, 2, 0, 3] });
  });
}

/**
 * Gradient of a convolution by its input, for strides of 1: ∂L/∂y ∗ w turned around, with padding k − 1 − p.
 *
 * The shipped kernel is slow; where it is needed, the result is undefined.
 */
function inputGradient({ inputs, backend, attrs }: KernelCall): tf.TensorInfo | undefined {
  const { inputShape, ...rest } = attrs as unknown as tf.Conv2DBackpropInputAttrs;
  const [dy, filter] = [inputs.dy!, inputs.filter!];
  const at = geometry(inputShape, filter.shape, rest);
  const { top, bottom, left, right } = at.padInfo;
  const [height, width] = [at.filterHeight - 1, at.filterWidth - 1];
  if (at.strideHeight > 1 || at.strideWidth > 1 || top > height || bottom > height || left > width || right > width) return undefined;
  return chain(backend, (run) => {
    const paddings = [[0, 0], [height - top, height - bottom], [width - left, width - right], [0, 0]];
    const padded = run("PadV2", { x: dy }, { paddings, constantValue: 0 });
    const turned = run("Reverse", { x: filter }, { dims: [0, 1] });
    const swapped = run("Transpose", { x: turned }, { perm: [0, 1, 3, 2] });
    return run("Conv2D", { x: padded, filter: swapped }, SLIDE);
  });
}

function geometry(input: readonly number[], filter: readonly number[], { strides, pad, dimRoundingMode }: Attrs): tf.backend_util.Conv2DInfo {
  type Shape = [number, number, number, number];
  return tf.backend_util.computeConv2DInfo([...input] as Shape, [...filter] as Shape, strides, 1, pad, dimRoundingMode);
}

/**
 * A convolution whose padding "same" is given in numbers where the filter steps over places.
 *
 * There the padding that the shipped kernels count for themselves is negative on an axis, and what comes out is not the
 * convolution, now and then not even a number (version 4.22.0).
 */
const withCountedPadding: Mend = (shipped) => (call) => {
  const { inputs, backend, attrs } = call;
  const { padInfo: { type, top, bottom, left, right }, ...at } = geometry(inputs.x!.shape, inputs.filter!.shape, attrs as unknown as Attrs);
  const stepsOver = at.strideHeight > at.filterHeight || at.strideWidth > at.filterWidth;
  if (type !== "SAME" || !stepsOver) return shipped(call);
  const pad: tf.backend_util.ExplicitPadding = [[0, 0], [top, bottom], [left, right], [0, 0]];
  return shipped({ inputs, backend, attrs: { ...attrs, pad } });
};

/** A fused convolution that is given a rectifier's slopes only where it uses them: otherwise the shipped kernels compute nothing. */
const withSlopesWhereUsed: Mend = (shipped) => ({ inputs: { preluActivationWeights, ...inputs }, backend, attrs }) => {
  const used = attrs?.activation === "prelu" && preluActivationWeights !== undefined;
  return shipped({ inputs: used ? { ...inputs, preluActivationWeights } : inputs, backend, attrs: { ...attrs } });
};

/** Convolutions and their gradients; channels come last, as everywhere on this backend. */
export const convolution: Readonly<Record<string, Mend>> = {
  Conv2D: withCountedPadding,
  FusedConv2D: (shipped) => withCountedPadding(withSlopesWhereUsed(shipped)),
  DepthwiseConv2dNative: withCountedPadding,
  FusedDepthwiseConv2D: (shipped) => withCountedPadding(withSlopesWhereUsed(shipped)),
  Conv2DBackpropFilter: () => filterGradient,
  Conv2DBackpropInput: (shipped) => (call) => inputGradient(call) ?? shipped(call),
};
