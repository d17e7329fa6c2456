import { tf } from "./tf.js";

type Attrs = Pick<tf.Conv2DAttrs, "strides" | "pad" | "dataFormat" | "dimRoundingMode">;

/** A convolution whose filter is as large as it comes: one image is slid over another. */
const SLIDE = { strides: 1, pad: "valid", dataFormat: "NHWC", dilations: 1 } as const;

/**
 * Give the WASM backend of TensorFlow.js the gradients of `Conv2D`, made of its own convolution.
 *
 * With y = x ∗ w, strides s and padding p:
 * ∂L/∂w: the padded x slides under ∂L/∂y spread by s, summed over the batch: a convolution in which the batch takes the
 * channels' place, and s is the dilation;
 * ∂L/∂x, for s = 1: ∂L/∂y ∗ w turned around, with padding k − 1 − p.
 *
 * As shipped (version 4.22.0) the backend has no kernel for the first, and a slow one for the second, which stays where
 * s > 1. Channels come last, as everywhere on this backend. Doing it twice changes nothing more.
 *
 * @throws Error if the WASM backend's kernels are not registered (its package is not loaded)
 */
export function registerWasmConvolutionGradients(): void {
  if (tf.getKernel("Conv2DBackpropFilter", "wasm") !== undefined) return;
  const shipped = tf.getKernel("Conv2DBackpropInput", "wasm") as tf.KernelConfig | undefined;
  if (shipped === undefined) throw new Error("the WASM backend has no kernel Conv2DBackpropInput: load its package first");
  tf.registerKernel({ kernelName: "Conv2DBackpropFilter", backendName: "wasm", kernelFunc: filterGradient });
  tf.unregisterKernel("Conv2DBackpropInput", "wasm");
  tf.registerKernel({ ...shipped, kernelFunc: (call) => inputGradient(call) ?? shipped.kernelFunc(call) });
}

type KernelCall = Parameters<tf.KernelFunc>[0];

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

type Run = (kernel: string, inputs: Record<string, tf.TensorInfo>, attrs: object) => tf.TensorInfo;

/** Run kernels one after the other; all that they make but the last is freed. */
function chain(backend: unknown, body: (run: Run) => tf.TensorInfo): tf.TensorInfo {
  const made: tf.TensorInfo[] = [];
  const result = body((name, inputs, attrs) => {
    const { kernelFunc } = tf.getKernel(name, "wasm");
    const output = kernelFunc({ inputs, backend: backend as tf.KernelBackend, attrs: attrs as tf.NamedAttrMap }) as tf.TensorInfo;
    made.push(output);
    return output;
  });
  for (const each of made) if (each !== result) (backend as tf.KernelBackend).disposeData(each.dataId);
  return result;
}
