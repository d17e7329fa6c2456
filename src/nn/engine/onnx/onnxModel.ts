import type { Attribute, ConstantData, ElementType, Graph, GraphNode, GraphValue } from "../graph/graph.js";
import { ProtoMessage } from "./protoMessage.js";

/** Version of the file format, and of the operators; ONNX 1.12 and later read both. */
const IR_VERSION = 8;
const OPSET = 17;

/** TensorProto.DataType. */
const DATA_TYPE: Readonly<Record<ElementType, number>> = { float32: 1, int32: 6, int64: 7, bool: 9 };

/**
 * A graph as an ONNX file.
 *
 * Equal graphs give equal bytes.
 *
 * @param graph the graph
 * @param name what the graph is called in the file
 * @returns the bytes of a `ModelProto`
 * @source onnx.proto (ONNX 1.12): ModelProto, GraphProto, NodeProto, AttributeProto, TensorProto, ValueInfoProto
 */
export function onnxModel(graph: Graph, name = "simverdict"): Uint8Array {
  const names = namesOf(graph);
  const proto = new ProtoMessage();
  for (const node of graph.nodes) proto.bytes(1, nodeProto(node, names));
  proto.bytes(2, name);
  for (const constant of constantsOf(graph)) proto.bytes(5, tensorProto(constant, names.get(constant)!));
  for (const value of graph.inputs.values()) proto.bytes(11, valueInfo(value, names.get(value)!));
  for (const value of graph.outputs.values()) proto.bytes(12, valueInfo(value, names.get(value)!));
  const opset = new ProtoMessage().bytes(1, "").int(2, OPSET);
  return new ProtoMessage().int(1, IR_VERSION).bytes(2, "simverdict").bytes(7, proto).bytes(8, opset).encode();
}

/** Inputs and outputs have their own names, all else numbers in the order of use. */
function namesOf(graph: Graph): Map<GraphValue, string> {
  const names = new Map<GraphValue, string>();
  for (const [name, value] of [...graph.inputs, ...graph.outputs]) names.set(value, name);
  const taken = new Set(names.values());
  let count = 0;
  for (const { inputs, outputs } of graph.nodes) {
    for (const value of [...inputs, ...outputs]) {
      if (value === undefined || names.has(value)) continue;
      while (taken.has(`${count}`)) count++;
      names.set(value, `${count++}`);
    }
  }
  return names;
}

function constantsOf(graph: Graph): Set<GraphValue> {
  return new Set(graph.nodes.flatMap(({ inputs }) => inputs.filter((value) => value?.data !== undefined) as GraphValue[]));
}

function nodeProto({ op, inputs, outputs, attributes }: GraphNode, names: ReadonlyMap<GraphValue, string>): ProtoMessage {
  const proto = new ProtoMessage();
  for (const value of inputs) proto.bytes(1, value === undefined ? "" : names.get(value)!);
  for (const value of outputs) proto.bytes(2, names.get(value)!);
  proto.bytes(4, op);
  for (const [name, value] of Object.entries(attributes)) proto.bytes(5, attributeProto(name, value));
  return proto;
}

/** AttributeProto.AttributeType: FLOAT 1, INT 2, STRING 3, INTS 7. */
function attributeProto(name: string, value: Attribute): ProtoMessage {
  const proto = new ProtoMessage().bytes(1, name);
  if (typeof value === "number") return proto.int(3, value).int(20, 2);
  if (typeof value === "string") return proto.bytes(4, value).int(20, 3);
  if ("float" in value) return proto.float(2, value.float).int(20, 1);
  for (const item of value) proto.int(8, item);
  return proto.int(20, 7);
}

function tensorProto({ shape, type, data }: GraphValue, name: string): ProtoMessage {
  const proto = new ProtoMessage();
  for (const extent of shape) proto.int(1, extent);
  return proto.int(2, DATA_TYPE[type]).bytes(8, name).bytes(9, littleEndian(data!));
}

/** The bytes as they are; every platform that Node runs on is little-endian. */
const littleEndian = (data: ConstantData): Uint8Array => new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

function valueInfo({ shape, type }: GraphValue, name: string): ProtoMessage {
  const dimensions = new ProtoMessage();
  for (const extent of shape) dimensions.bytes(1, new ProtoMessage().int(1, extent));
  const tensorType = new ProtoMessage().int(1, DATA_TYPE[type]).bytes(2, dimensions);
  return new ProtoMessage().bytes(1, name).bytes(2, new ProtoMessage().bytes(1, tensorType));
}
