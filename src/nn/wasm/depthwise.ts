import { tf } from "../tf.js";
import { filled, type Mend } from "./kernel.js";

type Attrs = Pick<tf.DepthwiseConv2dNativeAttrs, "strides" | "pad" | "dimRoundingMode">;
type Shape4 = [number, number, number, number];

/**
 * Visit the products that a depthwise convolution adds up: y at one place gets x · w at others.
 *
 * @param input shape [batch, height, width, channels] of x
 * @param filter shape [height, width, channels, multiplier] of w
 * @param attrs strides and padding; there is no dilation where there are gradients
 * @param visit is told the places in x, w and y
 */
function forEachProduct(input: readonly number[], filter: readonly number[], { strides, pad, dimRoundingMode }: Attrs, visit: (x: number, w: number, y: number) => void): void {
  const at = tf.backend_util.computeConv2DInfo([...input] as Shape4, [...filter] as Shape4, strides, 1, pad, dimRoundingMode, true);
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, filterHeight, filterWidth, padInfo } = at;
  const multiplier = outChannels / inChannels;
  for (let window = 0; window < batchSize * outHeight * outWidth; window++) {
    const image = Math.floor(window / (outHeight * outWidth));
    const top = (Math.floor(window / outWidth) % outHeight) * at.strideHeight - padInfo.top;
    const left = (window % outWidth) * at.strideWidth - padInfo.left;
    for (let i = Math.max(0, -top); i < Math.min(filterHeight, inHeight - top); i++) {
      for (let j = Math.max(0, -left); j < Math.min(filterWidth, inWidth - left); j++) {
        const pixel = ((image * inHeight + top + i) * inWidth + left + j) * inChannels;
        const tap = (i * filterWidth + j) * outChannels;
        for (let k = 0; k < outChannels; k++) visit(pixel + Math.floor(k / multiplier), tap + k, window * outChannels + k);
      }
    }
  }
}

const filterGradient: Mend = () => ({ inputs, backend, attrs }) => {
  const { filterShape, ...rest } = attrs as unknown as tf.DepthwiseConv2dNativeBackpropFilterAttrs;
  const images = inputs.x!;
  return filled(backend, { shape: filterShape, dtype: "float32" }, [images, inputs.dy!], (dw, x, dy) => {
    const sums = new Float64Array(dw.length);
    forEachProduct(images.shape, filterShape, rest, (atX, atW, atY) => (sums[atW] += x[atX] * dy[atY]));
    dw.set(sums);
  });
};

const inputGradient: Mend = () => ({ inputs, backend, attrs }) => {
  const { inputShape, ...rest } = attrs as unknown as tf.DepthwiseConv2dNativeBackpropInputAttrs;
  const filter = inputs.filter!;
  return filled(backend, { shape: inputShape, dtype: "float32" }, [filter, inputs.dy!], (dx, w, dy) => {
    dx.fill(0);
    forEachProduct(inputShape, filter.shape, rest, (atX, atW, atY) => (dx[atX] += w[atW] * dy[atY]));
  });
};

/** Gradients of a convolution whose channels do not mix: the backend has none (version 4.22.0). */
export const depthwise: Readonly<Record<string, Mend>> = {
  DepthwiseConv2dNativeBackpropFilter: filterGradient,
  DepthwiseConv2dNativeBackpropInput: inputGradient,
};
