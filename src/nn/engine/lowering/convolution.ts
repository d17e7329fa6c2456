import { tf } from "../../tf.js";
import type { GraphValue } from "../graph/graph.js";
import type { GraphBuilder } from "../graph/graphBuilder.js";
import { activate } from "./activation.js";
import { binary } from "./elementwise.js";
import type { KernelRule, KernelRules } from "./kernelRule.js";
import { matMul } from "./matrix.js";
import { reshape } from "./reshape.js";
import { pad } from "./shape.js";
import { transpose } from "./transpose.js";
import { spread, type WindowGeometry, windowPixels } from "./windows.js";

type Geometry = tf.backend_util.Conv2DInfo;
type Attrs = Pick<tf.Conv2DAttrs, "strides" | "pad" | "dataFormat" | "dimRoundingMode"> & Partial<Pick<tf.Conv2DAttrs, "dilations">>;

const FROM_NCHW = [0, 2, 3, 1];
const TO_NCHW = [0, 3, 1, 2];

/** Images with their channels last, and back. */
const channelsLast = (g: GraphBuilder, x: GraphValue, { dataFormat }: Attrs): GraphValue =>
  dataFormat === "NCHW" ? transpose(g, x, FROM_NCHW) : x;
const inFormat = (g: GraphBuilder, x: GraphValue, { dataFormat }: Attrs): GraphValue =>
  dataFormat === "NCHW" ? transpose(g, x, TO_NCHW) : x;

function geometry(input: readonly number[], filter: readonly number[], attrs: Attrs): Geometry {
  const format = tf.backend_util.convertConv2DDataFormat(attrs.dataFormat);
  const shapes = [input, filter].map((shape) => [...shape] as [number, number, number, number]);
  return tf.backend_util.computeConv2DInfo(shapes[0], shapes[1], attrs.strides, attrs.dilations ?? 1, attrs.pad, attrs.dimRoundingMode, false, format);
}

/** One row per window: shape [windows, filter height · filter width · channels]. */
function windowRows(g: GraphBuilder, x: GraphValue, at: WindowGeometry): GraphValue {
  const shape = [at.batchSize * at.outHeight * at.outWidth, at.filterHeight * at.filterWidth * x.shape[3]];
  return reshape(g, windowPixels(g, x, at), shape);
}

/** Rows of images: shape [n · height · width, channels]. */
const pixels = (g: GraphBuilder, x: GraphValue): GraphValue => reshape(g, x, [x.shape[0] * x.shape[1] * x.shape[2], x.shape[3]]);

/** A convolution is the product of its windows, one per row, with the filter. */
function convolve(g: GraphBuilder, x: GraphValue, filter: GraphValue, attrs: Attrs): GraphValue {
  const at = geometry(x.shape, filter.shape, attrs);
  const matrix = reshape(g, filter, [at.filterHeight * at.filterWidth * at.inChannels, at.outChannels]);
  const product = matMul(g, windowRows(g, channelsLast(g, x, attrs), at), matrix);
  return inFormat(g, reshape(g, product, [at.batchSize, at.outHeight, at.outWidth, at.outChannels]), attrs);
}

/** The product of windows and dy; transposing the narrower dy, and the small result, is quicker than transposing windows. */
const filterGradient: KernelRule = (g, { x, dy }, attrs: tf.Conv2DBackpropFilterAttrs) => {
  const at = geometry(x.shape, attrs.filterShape, attrs);
  const windows = windowRows(g, channelsLast(g, x, attrs), at);
  const product = matMul(g, pixels(g, channelsLast(g, dy, attrs)), windows, true);
  const turned = reshape(g, product, [at.outChannels, at.filterHeight, at.filterWidth, at.inChannels]);
  return transpose(g, turned, [1, 2, 3, 0]);
};

/** The convolution of dy, spread by the strides, with the filter turned around and its channels swapped. */
const inputGradient: KernelRule = (g, { dy, filter }, attrs: tf.Conv2DBackpropInputAttrs) => {
  const at = geometry(attrs.inputShape, filter.shape, attrs);
  const wide = spread(g, channelsLast(g, dy, attrs), at.strideHeight, at.strideWidth);
  const { top, left } = at.padInfo;
  const [above, before] = [at.filterHeight - 1 - top, at.filterWidth - 1 - left];
  const below = at.inHeight + top - wide.shape[1];
  const after = at.inWidth + left - wide.shape[2];
  const padded = pad(g, wide, [[0, 0], [above, below], [before, after], [0, 0]]);
  const everywhere = {
    ...at,
    outHeight: at.inHeight, outWidth: at.inWidth, strideHeight: 1, strideWidth: 1,
    padInfo: { top: 0, left: 0, right: 0, bottom: 0, type: "VALID" as const },
  };
  const turned = turnAround(g, filter, at);
  const product = matMul(g, windowRows(g, padded, everywhere), turned);
  return inFormat(g, reshape(g, product, [at.batchSize, at.inHeight, at.inWidth, at.inChannels]), attrs);
};

/** Places in reverse order, channels swapped: shape [height · width · out channels, in channels]. */
function turnAround(g: GraphBuilder, filter: GraphValue, at: Geometry): GraphValue {
  const count = at.filterHeight * at.filterWidth;
  const flat = reshape(g, filter, [count, at.inChannels, at.outChannels]);
  const order = g.constant(Int32Array.from({ length: count }, (_, i) => count - 1 - i), [count], "int32");
  const reversed = count === 1 ? flat : g.node("Gather", [flat, order], flat, { axis: 0 });
  return reshape(g, transpose(g, reversed, [0, 2, 1]), [count * at.outChannels, at.inChannels]);
}

/** The kernels of convolutions in one (as images of height 1) and two dimensions. */
export const convolution: KernelRules = {
  Conv2D: (g, { x, filter }, attrs: tf.Conv2DAttrs) => convolve(g, x, filter, attrs),
  FusedConv2D: (g, { x, filter, bias, preluActivationWeights }, attrs: tf.FusedConv2DAttrs) => {
    const product = convolve(g, x, filter, attrs);
    const perChannel = (v: GraphValue): GraphValue =>
      attrs.dataFormat === "NCHW" && v.shape.length === 1 ? reshape(g, v, [v.shape[0], 1, 1]) : v;
    const sum = bias === undefined ? product : binary(g, "Add", product, perChannel(bias));
    const slopes = preluActivationWeights && perChannel(preluActivationWeights);
    return activate(g, sum, attrs.activation, { slopes, alpha: attrs.leakyreluAlpha });
  },
  Conv2DBackpropFilter: filterGradient,
  Conv2DBackpropInput: inputGradient,
};
