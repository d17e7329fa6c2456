import type { tf } from "../tf.js";
import { type Elements, filled, type KernelCall, type Mend } from "./kernel.js";

/** A tensor of the given type, element by element. */
function mapped({ inputs, backend }: KernelCall, dtype: tf.DataType, f: (x: number) => number): tf.TensorInfo {
  const x = inputs.x!;
  return filled(backend, { shape: x.shape, dtype }, [x], (y: Elements, x: Elements) => {
    for (let i = 0; i < x.length; i++) y[i] = f(x[i]);
  });
}

/** Truth values are 0 and 1; the shipped kernel keeps a number's lowest byte, so that 2 stays 2 and 0.4 and 256 are false. */
const cast: Mend = (shipped) => (call) => (call.attrs?.dtype === "bool" ? mapped(call, "bool", (x) => (x === 0 ? 0 : 1)) : shipped(call));

/** The shipped kernel takes integers for floats: it is right for those alone. */
const clip: Mend = (shipped) => (call) => {
  const { dtype } = call.inputs.x!;
  if (dtype === "float32") return shipped(call);
  const { clipValueMin: low, clipValueMax: high } = call.attrs as unknown as tf.ClipByValueAttrs;
  return mapped(call, dtype, (x) => Math.min(Math.max(x, low), high));
};

/** The shipped kernel adds 1 in single precision: log(1 + 1e-8) is 0, and that of 1e-5 off by 0.1 %. */
const log1p: Mend = () => (call) => mapped(call, call.inputs.x!.dtype, Math.log1p);

/** Kernels that treat every element alike and are wrong as shipped (version 4.22.0). */
export const elementwise: Readonly<Record<string, Mend>> = { Cast: cast, ClipByValue: clip, Log1p: log1p };
