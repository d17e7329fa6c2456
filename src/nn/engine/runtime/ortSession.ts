import type { InferenceSession, Tensor, TypedTensor } from "onnxruntime-node";
import type { HostTensor, HostTensors } from "../../hostTensor.js";
import type { OnnxSession } from "./onnxRuntime.js";

/** What `onnxruntime-node` and `onnxruntime-web` have in common, as far as it is used. */
export interface OrtModule {
  readonly InferenceSession: { readonly create: (model: Uint8Array, options: InferenceSession.SessionOptions) => Promise<InferenceSession> };
  readonly Tensor: new (type: "float32" | "int32", data: Float32Array | Int32Array, shape: readonly number[]) => Tensor;
}

/** How a runtime is used. */
export interface OrtUse {
  /** Its execution provider. */
  readonly provider: "cpu" | "wasm";
  /** Whether it writes outputs into the arrays that it is given for them. */
  readonly inPlace: boolean;
}

/** One thread, operators one after the other, nothing printed but errors. */
const OPTIONS: InferenceSession.SessionOptions = {
  executionMode: "sequential",
  graphOptimizationLevel: "all",
  interOpNumThreads: 1,
  intraOpNumThreads: 1,
  logSeverityLevel: 3,
};

/**
 * Load a model into ONNX Runtime.
 *
 * @param ort the runtime's module
 * @param model bytes of an ONNX file
 * @param use the runtime's own name for how it computes, and whether it writes outputs into the arrays that it is given
 * @returns a session that runs on one thread
 * @throws Error if the runtime does not accept the model
 */
export async function ortSession(ort: OrtModule, model: Uint8Array, { provider, inPlace }: OrtUse): Promise<OnnxSession> {
  const session = await ort.InferenceSession.create(model, { ...OPTIONS, executionProviders: [provider] });
  const tensor = ({ data, shape }: HostTensor): Tensor => new ort.Tensor(data instanceof Float32Array ? "float32" : "int32", data, shape);
  const tensors = (given: HostTensors): Record<string, Tensor> => {
    const made: Record<string, Tensor> = {};
    for (const name in given) made[name] = tensor(given[name]);
    return made;
  };
  return {
    run: async (inputs, into = {}) => {
      const places: Record<string, Tensor | null> = {};
      for (const name of session.outputNames) places[name] = inPlace && name in into ? tensor(into[name]) : null;
      const outputs = await session.run(tensors(inputs), places);
      const host: Record<string, HostTensor> = {};
      for (const name in outputs) host[name] = { data: numbers(outputs[name]), shape: outputs[name].dims };
      return host;
    },
    release: () => session.release(),
  };
}

/** Truth values become the integers 0 and 1. */
function numbers(tensor: Tensor): Float32Array | Int32Array {
  if (tensor.type === "bool") return Int32Array.from((tensor as TypedTensor<"bool">).data);
  return tensor.data as Float32Array | Int32Array;
}
