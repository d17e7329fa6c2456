import { expect, it, vi } from "vitest";
import { tf } from "../../../src/nn/tf.js";
import { mendKernels } from "../../../src/nn/wasm/mendKernels.js";
import { startWasmBackend } from "../../../src/nn/wasm/wasmBackend.js";

const kernels = (): Map<string, unknown> => new Map(tf.getKernelsForBackend("wasm").map(({ kernelName, kernelFunc }) => [kernelName, kernelFunc]));

it("needs the shipped kernels", () => {
  expect(() => mendKernels()).toThrow("the WASM backend has no kernels: load its package first");
});

it("replaces kernels once: twice changes nothing more, nor does another copy of the module", async () => {
  await startWasmBackend();
  const shipped = kernels();
  mendKernels();
  const mended = kernels();
  const changed = [...mended.keys()].filter((name) => mended.get(name) !== shipped.get(name)).sort();
  expect(changed).toEqual([
    "BatchMatMul", "Cast", "ClipByValue", "Concat", "Conv2D", "Conv2DBackpropFilter", "Conv2DBackpropInput", "DepthwiseConv2dNative",
    "DepthwiseConv2dNativeBackpropFilter", "DepthwiseConv2dNativeBackpropInput", "FusedConv2D", "FusedDepthwiseConv2D", "Log1p",
    "MaxPoolGrad", "OneHot", "Pack", "Slice", "SplitV", "Unpack", "UnsortedSegmentSum", "_FusedMatMul",
  ]);
  mendKernels();
  vi.resetModules();
  (await import("../../../src/nn/wasm/mendKernels.js")).mendKernels();
  expect(kernels()).toEqual(mended);
});
