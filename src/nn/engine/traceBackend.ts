import { tf } from "../tf.js";
import { callSite } from "./callSite.js";
import { elements, elementType } from "./graph/elements.js";
import type { GraphValue } from "./graph/graph.js";
import { KERNEL_RULES } from "./lowering/kernelRules.js";
import { NotTraceable } from "./notTraceable.js";
import type { Recording } from "./recording.js";

/** Under this name TensorFlow.js knows the backend that records; a second copy of this module appends a number. */
const NAME = "simverdict-trace";

interface Entry {
  readonly value: GraphValue;
  references: number;
}

/**
 * A TensorFlow.js backend that computes nothing: its kernels add nodes to a graph.
 *
 * Its tensors have shapes and types but no elements, unless they were given outside of any kernel.
 */
class TraceBackend extends tf.KernelBackend {
  /** @param name what TensorFlow.js calls this backend */
  constructor(readonly name: string) {
    super();
  }

  #recording: Recording | undefined;
  #refusal: NotTraceable | undefined;
  readonly #entries = new Map<object, Entry>();
  /** What stands for tensors that were made outside; each is one constant, however often it is used. */
  readonly #constants = new Map<object, GraphValue>();

  /** @param recording where kernels record from now on; undefined ends it */
  record(recording: Recording | undefined): void {
    this.#recording = recording;
    this.#refusal = undefined;
    this.#constants.clear();
    if (recording === undefined) this.#entries.clear();
  }

  /** @throws NotTraceable if this recording has read elements that nobody knows, even if it went on without them */
  checkReads(): void {
    if (this.#refusal !== undefined) throw this.#refusal;
  }

  /** Forget tensors that a failed recording has left alive: gradients keep some until they are done. */
  abandon(): void {
    const engine = tf.engine();
    for (const [dataId, { value, references }] of this.#entries) {
      const size = tf.util.sizeFromShape([...value.shape]) * tf.util.bytesPerElement(value.type as tf.DataType);
      engine.state.numTensors -= references;
      engine.state.numBytes -= references * size;
      engine.state.numDataBuffers--;
      engine.state.tensorInfo.delete(dataId);
    }
    this.#entries.clear();
  }

  /**
   * @param value a value of the graph
   * @returns data of a tensor that stands for it
   */
  dataFor(value: GraphValue): object {
    const dataId = {};
    this.#entries.set(dataId, { value, references: 1 });
    return dataId;
  }

  /**
   * @param tensor any tensor
   * @returns what stands for it in the graph
   * @throws NotTraceable if its type has no place in a graph
   */
  standIn(tensor: tf.TensorInfo): GraphValue {
    return this.#entries.get(tensor.dataId)?.value ?? this.#current().outside(tensor) ?? this.#constant(tensor);
  }

  /**
   * @param kernel a TensorFlow.js kernel
   * @param inputs its operands
   * @param attrs its attributes
   * @returns its results
   * @throws NotTraceable if the engine does not know the kernel, or not these attributes
   */
  run(kernel: string, inputs: tf.NamedTensorInfoMap, attrs: unknown): tf.TensorInfo | tf.TensorInfo[] {
    const { graph } = this.#current();
    const rule = KERNEL_RULES[kernel];
    if (rule === undefined) throw new NotTraceable(`kernel ${kernel} has no ONNX counterpart here${callSite()}`);
    const operands: Record<string, GraphValue> = {};
    for (const [name, input] of Object.entries(inputs)) {
      if (input !== undefined && input !== null) operands[name] = this.standIn(input);
    }
    try {
      const results = rule(graph, operands, (attrs ?? {}) as never);
      const outputs = "id" in results ? [results] : results;
      graph.call({ kernel, inputs: Array.isArray(inputs) ? Object.values(operands) : operands, attributes: attrs, outputs });
      return "id" in results ? this.#tensor(results) : results.map((value) => this.#tensor(value));
    } catch (error) {
      if (error instanceof NotTraceable) throw new NotTraceable(`kernel ${kernel}: ${error.message}${callSite()}`);
      throw error;
    }
  }

  override write(values: tf.BackendValues, shape: number[], dtype: tf.DataType): object {
    const type = elementType(dtype);
    return this.dataFor(this.#current().graph.constant(elements(values as ArrayLike<number>, type), shape, type));
  }

  override readSync(dataId: object): tf.BackendValues {
    const data = this.#entries.get(dataId)?.value.data;
    if (data !== undefined && !(data instanceof BigInt64Array)) return data.slice();
    this.#refusal ??= new NotTraceable(`it reads the elements of a tensor${callSite()}`);
    throw this.#refusal;
  }

  override async read(dataId: object): Promise<tf.BackendValues> {
    try {
      return this.readSync(dataId);
    } catch {
      return new Promise(() => {}); // nobody waits for it: the recording fails by `checkReads`
    }
  }

  override incRef(dataId: object): void {
    const entry = this.#entries.get(dataId);
    if (entry === undefined) return;
    entry.references++;
    this.#recording?.notice(dataId, entry.value);
  }

  override refCount(dataId: object): number {
    return this.#entries.get(dataId)?.references ?? 0;
  }

  override disposeData(dataId: object, force = false): boolean {
    const entry = this.#entries.get(dataId);
    if (entry === undefined) return true;
    entry.references--;
    if (entry.references > 0 && !force) return false;
    return this.#entries.delete(dataId);
  }

  override numDataIds(): number {
    return this.#entries.size;
  }

  override memory(): { unreliable: boolean } {
    return { unreliable: false };
  }

  override floatPrecision(): 32 {
    return 32;
  }

  #current(): Recording {
    if (this.#recording === undefined) throw new NotTraceable(`a tensor of backend ${this.name} is used after its recording`);
    return this.#recording;
  }

  #tensor(value: GraphValue): tf.TensorInfo {
    return { dataId: this.dataFor(value), shape: [...value.shape], dtype: value.type as tf.DataType };
  }

  /** What was made outside and is not known by name has the same elements in every call; views share data, not shape and type. */
  #constant({ dataId, shape, dtype }: tf.TensorInfo): GraphValue {
    const source = tf.engine().state.tensorInfo.get(dataId)?.backend;
    if (source === undefined) throw new NotTraceable(`it uses a disposed tensor${callSite()}`);
    const known = this.#constants.get(dataId);
    if (known?.type === dtype && known.shape.join() === shape.join()) return known;
    const type = elementType(dtype);
    const value = this.#current().graph.constant(elements(source.readSync(dataId) as ArrayLike<number>, type), shape, type);
    this.#constants.set(dataId, value);
    return value;
  }
}

let backend: TraceBackend | undefined;

/**
 * The one recording backend of this process, known to TensorFlow.js from the first call on.
 *
 * @returns the backend
 */
export function traceBackend(): TraceBackend {
  if (backend === undefined) {
    let backendName = NAME;
    for (let copy = 2; tf.engine().registryFactory[backendName] !== undefined; copy++) backendName = `${NAME}-${copy}`;
    const instance = new TraceBackend(backendName);
    backend = instance;
    tf.registerBackend(backendName, () => instance, 0);
    const names = new Set([...Object.keys(KERNEL_RULES), ...tf.getKernelsForBackend("cpu").map(({ kernelName }) => kernelName)]);
    for (const kernelName of names) {
      const kernelFunc: tf.KernelFunc = ({ inputs, attrs }) => instance.run(kernelName, inputs, attrs);
      tf.registerKernel({ kernelName, backendName, kernelFunc });
    }
  }
  return backend;
}
