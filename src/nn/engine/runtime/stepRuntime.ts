import type { BackendName } from "../../backendName.js";
import type { HostTensors } from "../../hostTensor.js";
import type { Graph } from "../graph/graph.js";

/** A computation ready to run. */
export interface Session {
  /**
   * Inputs by name → outputs by name. Outputs named in `into` are written there where the runtime can; only what is
   * returned counts, and it stays as it is until it is given as `into` again.
   */
  readonly run: (inputs: HostTensors, into?: HostTensors) => Promise<HostTensors>;
  /** Give its memory back. */
  readonly release: () => Promise<void>;
}

/** A graph ready to run. */
export interface LoadedGraph extends Session {
  /** Its operators: ONNX nodes, or calls of kernels. */
  readonly nodes: number;
  /** Size of the ONNX file, or of the constants where there is none. */
  readonly bytes: number;
}

/** Something that runs graphs, on one thread and the same way each time. */
export interface StepRuntime {
  readonly name: Extract<BackendName, `onnx-${string}` | "tfjs-wasm">;
  /** The number of steps from which compiling a training step costs less than it saves. */
  readonly paysAfter: number;
  /** Prepare a graph. It rejects if the runtime does not take it. */
  readonly load: (graph: Graph) => Promise<LoadedGraph>;
}

/** A runtime of ONNX models, which loads files too. */
export interface OnnxRuntime extends StepRuntime {
  readonly name: Extract<StepRuntime["name"], `onnx-${string}`>;
  /** Prepare a model, given as the bytes of its file; equal models share what is prepared. */
  readonly loadModel: (model: Uint8Array) => Promise<Session>;
}

/** How an attempt to start a runtime ended; a reason is one line. */
export type RuntimeStart =
  | { readonly status: "started"; readonly runtime: OnnxRuntime }
  | { readonly status: "absent" }
  | { readonly status: "broken"; readonly reason: string };
