import type { BackendName } from "../../backendName.js";
import type { HostTensors } from "../../hostTensor.js";

/** An ONNX model ready to run. */
export interface OnnxSession {
  /**
   * Inputs by name → outputs by name. Outputs named in `into` are written there where the runtime can; only what is
   * returned counts, and it stays as it is until it is given as `into` again.
   */
  readonly run: (inputs: HostTensors, into?: HostTensors) => Promise<HostTensors>;
  /** Give its memory back. */
  readonly release: () => Promise<void>;
}

/** Something that runs ONNX models, on one thread and the same way each time. */
export interface OnnxRuntime {
  readonly name: Extract<BackendName, `onnx-${string}`>;
  /** The number of steps from which compiling a training step costs less than it saves. */
  readonly paysAfter: number;
  /** Prepare a model, given as the bytes of its file; equal models share what is prepared. */
  readonly load: (model: Uint8Array) => Promise<OnnxSession>;
}

/** How an attempt to start a runtime ended; a reason is one line. */
export type RuntimeStart =
  | { readonly status: "started"; readonly runtime: OnnxRuntime }
  | { readonly status: "absent" }
  | { readonly status: "broken"; readonly reason: string };
