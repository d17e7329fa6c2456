import type { tf } from "../tf.js";
import { filled, type Mend } from "./kernel.js";

/**
 * Sum of the rows of x that have the same segment id; a row whose id is no segment counts nowhere.
 *
 * The gradient of a gather is one. As shipped (version 4.22.0) the backend has no such kernel.
 */
const segmentSum: Mend = () => ({ inputs, backend, attrs }) => {
  const { numSegments } = attrs as unknown as tf.UnsortedSegmentSumAttrs;
  const [x, ids] = [inputs.x!, inputs.segmentIds!];
  if (ids.shape.length !== 1) throw new RangeError(`segment ids must have one axis, got shape [${ids.shape.join(", ")}]`);
  const shape = [numSegments, ...x.shape.slice(1)];
  const width = shape.slice(1).reduce((size, extent) => size * extent, 1);
  return filled(backend, { shape, dtype: "float32" }, [x, ids], (sums, x, ids) => {
    sums.fill(0);
    for (let row = 0; row < ids.length; row++) {
      const segment = ids[row];
      if (segment < 0 || segment >= numSegments) continue;
      for (let i = 0; i < width; i++) sums[segment * width + i] += x[row * width + i];
    }
  });
};

/** One number at each class's place and another elsewhere: the shipped kernel writes integers, also as float32. */
const oneHot: Mend = () => ({ inputs, backend, attrs }) => {
  const { dtype, depth, onValue, offValue } = attrs as unknown as tf.OneHotAttrs;
  const indices = inputs.indices!;
  return filled(backend, { shape: [...indices.shape, depth], dtype }, [indices], (codes, classes) => {
    codes.fill(offValue);
    for (let i = 0; i < classes.length; i++) if (classes[i] >= 0 && classes[i] < depth) codes[i * depth + classes[i]] = onValue;
  });
};

/** Kernels about places that are missing or wrong as shipped. */
export const indexing: Readonly<Record<string, Mend>> = { UnsortedSegmentSum: segmentSum, OneHot: oneHot };
