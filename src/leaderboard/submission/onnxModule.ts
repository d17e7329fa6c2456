import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { BadSubmission } from "./badSubmission.js";

/** A tensor of ONNX Runtime. */
export interface OnnxTensor {
  readonly data: unknown;
  readonly dims: readonly number[];
}

/** What a model's input takes: a tensor has a type, and extents or names for those that are free. */
export type OnnxInput =
  | { readonly name: string; readonly isTensor: true; readonly type: string; readonly shape: readonly (number | string)[] }
  | { readonly name: string; readonly isTensor: false };

/** A loaded model. */
export interface OnnxModel {
  readonly inputMetadata: readonly OnnxInput[];
  readonly outputNames: readonly string[];
  readonly run: (inputs: Readonly<Record<string, OnnxTensor>>) => Promise<Readonly<Record<string, OnnxTensor>>>;
}

/** What `onnxruntime-node` and `onnxruntime-web`, which need not be installed, have in common, as far as submitted models need it. */
export interface OnnxModule {
  readonly InferenceSession: { readonly create: (model: Uint8Array, options: object) => Promise<OnnxModel> };
  readonly Tensor: new (type: "float32" | "float64", data: Float32Array | Float64Array, shape: readonly number[]) => OnnxTensor;
}

/** Optional peers that run ONNX models: a native library first, then the same in WebAssembly. */
const RUNTIMES = [
  { name: "onnxruntime-node", ending: ".js", provider: "cpu" },
  { name: "onnxruntime-web", ending: ".mjs", provider: "wasm" },
] as const;

/**
 * Load the first installed package that runs ONNX models.
 *
 * @param from URL of the module whose `node_modules` are searched
 * @returns the package's module, and the execution provider to ask for
 * @throws BadSubmission if none is installed and loads
 */
export async function onnxModule(from: string = import.meta.url): Promise<{ readonly ort: OnnxModule; readonly provider: "cpu" | "wasm" }> {
  const { resolve } = createRequire(from);
  const reasons: string[] = [];
  for (const { name, ending, provider } of RUNTIMES) {
    try {
      const path = resolve(name).replace(/\.js$/, ending);
      const module = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as OnnxModule & { default?: OnnxModule };
      return { ort: module.default ?? module, provider };
    } catch (error) {
      reasons.push(`${name}: ${(error instanceof Error ? error.message : String(error)).split("\n", 1)[0]}`);
    }
  }
  throw new BadSubmission(`an ONNX model needs ONNX Runtime: npm install onnxruntime-node --ignore-scripts (${reasons.join("; ")})`);
}
