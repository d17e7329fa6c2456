import { tf } from "../../tf.js";
import type { GraphValue } from "../graph/graph.js";
import type { GraphBuilder } from "../graph/graphBuilder.js";
import { binary } from "./elementwise.js";
import type { KernelRules } from "./kernelRule.js";
import { sumWindows, type WindowGeometry, windowParts } from "./windows.js";

type Attrs = Pick<tf.MaxPoolAttrs, "filterSize" | "strides" | "pad"> & Partial<Pick<tf.MaxPoolAttrs, "dimRoundingMode">>;

const geometry = (x: GraphValue, { filterSize, strides, pad, dimRoundingMode }: Attrs): WindowGeometry =>
  tf.backend_util.computePool2DInfo([...x.shape] as [number, number, number, number], filterSize, strides, 1, pad, dimRoundingMode);

/** How many places of each window lie in the image: shape [1, out height, out width, 1]. */
function windowSizes(g: GraphBuilder, at: WindowGeometry): GraphValue {
  const inside = (first: number, extent: number, limit: number): number =>
    Math.min(first + extent, limit) - Math.max(first, 0);
  const sizes = Float32Array.from({ length: at.outHeight * at.outWidth }, (_, i) => {
    const [row, column] = [Math.floor(i / at.outWidth), i % at.outWidth];
    const height = inside(row * at.strideHeight - at.padInfo.top, at.filterHeight, at.inHeight);
    return height * inside(column * at.strideWidth - at.padInfo.left, at.filterWidth, at.inWidth);
  });
  return g.constant(sizes, [1, at.outHeight, at.outWidth, 1], "float32");
}

/** The kernels of pooling in one (as images of height 1) and two dimensions; channels come last. */
export const pooling: KernelRules = {
  MaxPool: (g, { x }, attrs: tf.MaxPoolAttrs) => {
    const at = geometry(x, attrs);
    const parts = windowParts(g, x, at, -Infinity);
    return parts.length === 1 ? parts[0] : g.node("Max", parts, parts[0]);
  },
  AvgPool: (g, { x }, attrs: tf.AvgPoolAttrs) => {
    const at = geometry(x, attrs);
    const parts = windowParts(g, x, at);
    return parts.length === 1 ? parts[0] : binary(g, "Div", g.node("Sum", parts, parts[0]), windowSizes(g, at));
  },
  /** dy goes to the first place of each window that has its maximum. */
  MaxPoolGrad: (g, { dy, input, output }, attrs: tf.MaxPoolGradAttrs) => {
    const at = geometry(input, attrs);
    let rest = dy;
    const parts = windowParts(g, input, at, -Infinity).map((part) => {
      const hit = binary(g, "Equal", part, output, "bool");
      const given = g.node("Where", [hit, rest, g.scalar(0)], dy);
      rest = g.node("Where", [hit, g.scalar(0), rest], dy);
      return given;
    });
    return sumWindows(g, parts, at);
  },
  /** dy is spread evenly over the whole window, also over what lies outside the image, as TensorFlow.js does. */
  AvgPoolGrad: (g, { dy, input }, attrs: tf.AvgPoolGradAttrs) => {
    const at = geometry(input, attrs);
    const count = at.filterHeight * at.filterWidth;
    const share = binary(g, "Mul", dy, g.scalar(1 / count));
    return sumWindows(g, Array<GraphValue>(count).fill(share), at);
  },
};
