import { tf } from "../tf.js";
import { filled, type Mend } from "./kernel.js";

/**
 * Gradient of max pooling: what arrives at a window goes to its largest number, the first of several that are equal.
 *
 * The shipped kernel starts its search at the smallest positive float32 and not at −∞: a window without a positive
 * number has no gradient, and of several equal numbers the last has it (version 4.22.0).
 */
const maxPoolGradient: Mend = () => ({ inputs, backend, attrs }) => {
  const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as tf.MaxPoolGradAttrs;
  const images = inputs.input!;
  const at = tf.backend_util.computePool2DInfo([...images.shape] as [number, number, number, number], filterSize, strides, 1, pad, dimRoundingMode);
  const { inHeight, inWidth, inChannels, filterHeight, filterWidth, padInfo } = at;
  return filled(backend, { shape: images.shape, dtype: "float32" }, [images, inputs.dy!], (dx, x, dy) => {
    dx.fill(0);
    let window = 0;
    for (let image = 0; image < at.batchSize; image++) {
      for (let row = -padInfo.top, rows = 0; rows < at.outHeight; rows++, row += at.strideHeight) {
        for (let column = -padInfo.left, columns = 0; columns < at.outWidth; columns++, column += at.strideWidth) {
          const [bottom, right] = [Math.min(row + filterHeight, inHeight), Math.min(column + filterWidth, inWidth)];
          for (let channel = 0; channel < inChannels; channel++, window++) {
            let largest = -Infinity;
            let place = -1;
            for (let i = Math.max(row, 0); i < bottom; i++) {
              for (let j = Math.max(column, 0); j < right; j++) {
                const here = ((image * inHeight + i) * inWidth + j) * inChannels + channel;
                if (x[here] > largest) {
                  largest = x[here];
                  place = here;
                }
              }
            }
            if (place >= 0) dx[place] += dy[window];
          }
        }
      }
    }
  });
};

/** Pooling kernels that are wrong as shipped. */
export const pooling: Readonly<Record<string, Mend>> = { MaxPoolGrad: maxPoolGradient };
