import type { Attribute, ConstantData, ElementType, Graph, GraphNode, GraphValue, KernelCall } from "./graph.js";

/** Shape and type of an array. */
export type ArraySpec = Pick<GraphValue, "shape" | "type">;

type Attributes = GraphNode["attributes"];

/** Real constants up to this many elements are shared when they are equal; integers, such as indices, always are. */
const SHARED = 64;

/**
 * A graph under construction.
 *
 * The same operator on the same operands is one node, and equal small constants are one constant.
 */
export class GraphBuilder {
  readonly #nodes: GraphNode[] = [];
  readonly #inputs = new Map<string, GraphValue>();
  readonly #known = new Map<string, readonly GraphValue[]>();
  readonly #producers = new Map<GraphValue, GraphNode>();
  readonly #calls: KernelCall[] = [];
  #ids = 0;

  /**
   * @param name name of the input; the same name twice is the same input
   * @param spec its shape and type
   * @returns the input's value
   */
  input(name: string, spec: ArraySpec): GraphValue {
    const known = this.#inputs.get(name);
    if (known !== undefined) return known;
    const value = this.#value(spec);
    this.#inputs.set(name, value);
    return value;
  }

  /**
   * @param data elements; they must not change afterwards
   * @param shape the shape they have
   * @param type the type they have
   * @returns a value known when the graph is built
   */
  constant(data: ConstantData, shape: readonly number[], type: ElementType): GraphValue {
    const make = (): GraphValue[] => [{ ...this.#value({ shape, type }), data }];
    if (data.length > SHARED && !(data instanceof Int32Array)) return make()[0];
    return this.#once(`${type}[${shape.join()}]${elementKey(data)}`, make)[0];
  }

  /**
   * @param x a number
   * @param type float32 if not given
   * @returns a constant of rank 0
   */
  scalar(x: number, type: "float32" | "int32" = "float32"): GraphValue {
    return this.constant(type === "float32" ? Float32Array.of(x) : Int32Array.of(x), [], type);
  }

  /**
   * @param values integers, such as a shape or axes
   * @returns a constant of rank 1 and type int64
   */
  ints(values: readonly number[]): GraphValue {
    return this.constant(BigInt64Array.from(values, BigInt), [values.length], "int64");
  }

  /**
   * @param op ONNX operator
   * @param inputs operands; undefined stands for an optional one left out
   * @param spec shape and type of the result
   * @param attributes the operator's attributes
   * @returns its only result
   */
  node(op: string, inputs: readonly (GraphValue | undefined)[], spec: ArraySpec, attributes: Attributes = {}): GraphValue {
    return this.nodes(op, inputs, [spec], attributes)[0];
  }

  /**
   * @param op ONNX operator
   * @param inputs operands; undefined stands for an optional one left out
   * @param specs shape and type of each result
   * @param attributes the operator's attributes
   * @returns its results
   */
  nodes(op: string, inputs: readonly (GraphValue | undefined)[], specs: readonly ArraySpec[], attributes: Attributes = {}): readonly GraphValue[] {
    const operands = inputs.map((value) => value?.id ?? "").join();
    return this.#once(`${op}(${operands})${attributeKey(attributes)}`, () => this.#append(op, inputs, specs, attributes));
  }

  /**
   * Note the kernel that the last nodes stand for.
   *
   * @param call the kernel, its operands, and what stands for its results
   */
  call(call: KernelCall): void {
    this.#calls.push(call);
  }

  /**
   * @param value a value of this graph
   * @returns the node that computes it; undefined for inputs and constants
   */
  producer(value: GraphValue): GraphNode | undefined {
    return this.#producers.get(value);
  }

  /**
   * @param outputs name → value; a value may have several names, and may be an input
   * @returns the graph of what the outputs depend on; inputs that nothing depends on are left out
   * @throws RangeError if a name is an input's as well
   */
  build(outputs: ReadonlyMap<string, GraphValue>): Graph {
    const named = new Map<string, GraphValue>();
    for (const [name, value] of outputs) {
      if (this.#inputs.has(name)) throw new RangeError(`"${name}" is both an input and an output`);
      // ONNX gives every output a node of its own
      const taken = !this.#producers.has(value) || [...named.values()].includes(value);
      named.set(name, taken ? this.#append("Identity", [value], [value], {})[0] : value);
    }
    const needed = new Set<GraphValue>(named.values());
    const nodes: GraphNode[] = [];
    for (const node of this.#nodes.toReversed()) {
      if (!node.outputs.some((output) => needed.has(output))) continue;
      nodes.push(node);
      for (const input of node.inputs) if (input !== undefined) needed.add(input);
    }
    const inputs = new Map([...this.#inputs].filter(([, value]) => needed.has(value)));
    return { inputs, outputs: named, nodes: nodes.reverse(), recorded: { calls: this.#callsFor(outputs.values()), outputs } };
  }

  /** The kernels that values depend on; those that only name what is there already, as equal calls do, are left out. */
  #callsFor(outputs: Iterable<GraphValue>): KernelCall[] {
    const known = new Set<GraphValue>(this.#inputs.values());
    const computing = this.#calls.filter(({ outputs }) => {
      const isKnown = outputs.every((value) => value.data !== undefined || known.has(value));
      for (const value of outputs) known.add(value);
      return !isKnown;
    });
    const needed = new Set(outputs);
    const calls: KernelCall[] = [];
    for (const call of computing.toReversed()) {
      if (!call.outputs.some((value) => needed.has(value))) continue;
      calls.push(call);
      for (const value of Object.values(call.inputs)) needed.add(value);
    }
    return calls.reverse();
  }

  #value({ shape, type }: ArraySpec): GraphValue {
    return { id: this.#ids++, shape, type };
  }

  #append(op: string, inputs: GraphNode["inputs"], specs: readonly ArraySpec[], attributes: Attributes): readonly GraphValue[] {
    const node = { op, inputs, outputs: specs.map((spec) => this.#value(spec)), attributes };
    this.#nodes.push(node);
    for (const output of node.outputs) this.#producers.set(output, node);
    return node.outputs;
  }

  #once(key: string, make: () => readonly GraphValue[]): readonly GraphValue[] {
    const known = this.#known.get(key) ?? make();
    this.#known.set(key, known);
    return known;
  }
}

function attributeKey(attributes: Attributes): string {
  const text = (value: Attribute): string => (typeof value === "object" && "float" in value ? String(value.float) : JSON.stringify(value));
  return Object.entries(attributes).map(([name, value]) => `${name}=${text(value)}`).join(";");
}

const elementKey = (data: ConstantData): string =>
  [...(data as Iterable<number | bigint>)].map((x) => (Object.is(x, -0) ? "-0" : String(x))).join();
