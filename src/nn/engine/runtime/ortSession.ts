import type { HostTensor, HostTensors } from "../../hostTensor.js";
import type { Session } from "./stepRuntime.js";

/** A tensor of ONNX Runtime; truth values are bytes. */
interface OrtTensor {
  readonly type: string;
  readonly data: unknown;
  readonly dims: readonly number[];
}

/** What `onnxruntime-node` and `onnxruntime-web`, which need not be installed, have in common, as far as it is used. */
export interface OrtModule {
  readonly InferenceSession: { readonly create: (model: Uint8Array, options: object) => Promise<OrtInferenceSession> };
  readonly Tensor: new (type: "float32" | "int32", data: Float32Array | Int32Array, shape: readonly number[]) => OrtTensor;
}

/** A loaded model; outputs are written to the places given for them, or to new ones where that is null. */
interface OrtInferenceSession {
  readonly outputNames: readonly string[];
  readonly run: (inputs: Readonly<Record<string, OrtTensor>>, places: Readonly<Record<string, OrtTensor | null>>) => Promise<Readonly<Record<string, OrtTensor>>>;
  readonly release: () => Promise<void>;
}

/** How a runtime is used. */
export interface OrtUse {
  /** Its execution provider. */
  readonly provider: "cpu" | "wasm";
  /** Whether it writes outputs into the arrays that it is given for them. */
  readonly inPlace: boolean;
}

/** One thread, operators one after the other, nothing printed but errors. */
const OPTIONS = {
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
export async function ortSession(ort: OrtModule, model: Uint8Array, { provider, inPlace }: OrtUse): Promise<Session> {
  const session = await ort.InferenceSession.create(model, { ...OPTIONS, executionProviders: [provider] });
  const tensor = ({ data, shape }: HostTensor): OrtTensor => new ort.Tensor(data instanceof Float32Array ? "float32" : "int32", data, shape);
  const tensors = (given: HostTensors): Record<string, OrtTensor> => {
    const made: Record<string, OrtTensor> = {};
    for (const name in given) made[name] = tensor(given[name]);
    return made;
  };
  return {
    run: async (inputs, into = {}) => {
      const places: Record<string, OrtTensor | null> = {};
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
function numbers({ type, data }: OrtTensor): Float32Array | Int32Array {
  return type === "bool" ? Int32Array.from(data as Uint8Array) : (data as Float32Array | Int32Array);
}
