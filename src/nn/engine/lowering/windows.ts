import type { tf } from "../../tf.js";
import type { GraphValue } from "../graph/graph.js";
import type { GraphBuilder } from "../graph/graphBuilder.js";
import { reshape } from "./reshape.js";
import { pad, slice } from "./shape.js";

/** Where windows lie in an image: the part of TensorFlow.js' convolution and pooling geometry that is used. */
export type WindowGeometry = Pick<
  tf.backend_util.Conv2DInfo,
  | "batchSize" | "inHeight" | "inWidth" | "outHeight" | "outWidth" | "strideHeight" | "strideWidth"
  | "dilationHeight" | "dilationWidth" | "filterHeight" | "filterWidth" | "padInfo"
>;

/** Row and column of every place in a window. */
const places = ({ filterHeight, filterWidth }: WindowGeometry): (readonly [number, number])[] =>
  Array.from({ length: filterHeight * filterWidth }, (_, i) => [Math.floor(i / filterWidth), i % filterWidth] as const);

/**
 * The windows of images, taken apart: for every place in a window, what all windows have there.
 *
 * @param g the graph
 * @param x images, shape [n, height, width, channels]
 * @param at where the windows lie
 * @param filling what lies outside the images; 0 if not given
 * @returns filter height · filter width values of shape [n, out height, out width, channels], row by row
 */
export function windowParts(g: GraphBuilder, x: GraphValue, at: WindowGeometry, filling = 0): GraphValue[] {
  const { top, bottom, left, right } = at.padInfo;
  const padded = pad(g, x, [[0, 0], [top, bottom], [left, right], [0, 0]], filling);
  const size = [at.batchSize, at.outHeight, at.outWidth, x.shape[3]];
  return places(at).map(([row, column]) =>
    slice(g, padded, [0, row * at.dilationHeight, column * at.dilationWidth, 0], size, [1, at.strideHeight, at.strideWidth, 1]),
  );
}

/**
 * The pixels of every window, one window after the other.
 *
 * @param g the graph
 * @param x images, shape [n, height, width, channels]
 * @param at where the windows lie
 * @returns shape [n, out height · out width · filter height · filter width, channels]; what lies outside the images is 0
 */
export function windowPixels(g: GraphBuilder, x: GraphValue, at: WindowGeometry): GraphValue {
  const { top, bottom, left, right } = at.padInfo;
  const padded = pad(g, x, [[0, 0], [top, bottom], [left, right], [0, 0]]);
  const [n, height, width, channels] = padded.shape;
  const windows = Array.from({ length: at.outHeight * at.outWidth }, (_, i) => [Math.floor(i / at.outWidth), i % at.outWidth] as const);
  const pixels = windows.flatMap(([down, across]) =>
    places(at).map(([row, column]) => (down * at.strideHeight + row * at.dilationHeight) * width + across * at.strideWidth + column * at.dilationWidth),
  );
  const flat = reshape(g, padded, [n, height * width, channels]);
  if (pixels.length === height * width && pixels.every((pixel, i) => pixel === i)) return flat;
  const order = g.constant(Int32Array.from(pixels), [pixels.length], "int32");
  return g.node("Gather", [flat, order], { shape: [n, pixels.length, channels], type: x.type }, { axis: 1 });
}

/**
 * Images with gaps: between neighbours come stride − 1 zeros.
 *
 * @param g the graph
 * @param x shape [n, height, width, channels]
 * @param strideHeight ≥ 1
 * @param strideWidth ≥ 1
 * @returns shape [n, (height − 1) strideHeight + 1, (width − 1) strideWidth + 1, channels]
 */
export function spread(g: GraphBuilder, x: GraphValue, strideHeight: number, strideWidth: number): GraphValue {
  if (strideHeight === 1 && strideWidth === 1) return x;
  const [n, height, width, channels] = x.shape;
  const apart = reshape(g, x, [n, height, 1, width, 1, channels]);
  const gaps = pad(g, apart, [[0, 0], [0, 0], [0, strideHeight - 1], [0, 0], [0, strideWidth - 1], [0, 0]]);
  const joined = reshape(g, gaps, [n, height * strideHeight, width * strideWidth, channels]);
  return slice(g, joined, [0, 0, 0, 0], [n, (height - 1) * strideHeight + 1, (width - 1) * strideWidth + 1, channels]);
}

/**
 * The adjoint of `windowParts`: every part is added back to where it was taken from.
 *
 * @param g the graph
 * @param parts as many as a window has places, shape [n, out height, out width, channels]
 * @param at where the windows lie
 * @returns images, shape [n, height, width, channels]
 */
export function sumWindows(g: GraphBuilder, parts: readonly GraphValue[], at: WindowGeometry): GraphValue {
  const { top, left } = at.padInfo;
  const shape = [at.batchSize, at.inHeight, at.inWidth, parts[0].shape[3]];
  const back = places(at).map(([row, column], i) => {
    const wide = spread(g, parts[i], at.strideHeight, at.strideWidth);
    const [above, before] = [row * at.dilationHeight - top, column * at.dilationWidth - left];
    // what comes to lie outside the image is cut off by a negative padding
    return pad(g, wide, [[0, 0], [above, at.inHeight - above - wide.shape[1]], [before, at.inWidth - before - wide.shape[2]], [0, 0]]);
  });
  return back.length === 1 ? back[0] : g.node("Sum", back, { shape, type: parts[0].type });
}
