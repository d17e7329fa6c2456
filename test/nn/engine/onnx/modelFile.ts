/** A file as ONNX's rules speak of it. */
export interface ModelFile {
  readonly irVersion: number;
  readonly opsets: readonly { readonly domain: string; readonly version: number }[];
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly constants: readonly { readonly name: string; readonly extents: readonly number[]; readonly type: number; readonly bytes: number }[];
  readonly nodes: readonly { readonly op: string; readonly inputs: readonly string[]; readonly outputs: readonly string[] }[];
}

/** Bytes per element by TensorProto.DataType. */
export const BYTES: Readonly<Record<number, number>> = { 1: 4, 6: 4, 7: 8, 9: 1 };

type Field = number | Uint8Array;

/** The fields of one message of protocol buffers' wire format, by number, in their order. */
function fields(bytes: Uint8Array): (number: number) => Field[] {
  const found = new Map<number, Field[]>();
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    const [number, wireType] = [Math.floor(tag / 8), tag % 8];
    let field: Field;
    if (wireType === 0) field = varint();
    else if (wireType === 2 || wireType === 5) {
      const length = wireType === 5 ? 4 : varint();
      field = bytes.subarray(at, at + length);
      at += length;
    } else throw new Error(`wire type ${wireType} at byte ${at}`);
    found.set(number, [...(found.get(number) ?? []), field]);
  }
  if (at !== bytes.length) throw new Error("the last field is cut off");
  return (number) => found.get(number) ?? [];
}

const messages = (values: Field[]): ReturnType<typeof fields>[] => values.map((value) => fields(value as Uint8Array));
const texts = (values: Field[]): string[] => values.map((value) => new TextDecoder("utf-8", { fatal: true }).decode(value as Uint8Array));

/**
 * Read an ONNX file: field numbers are those of onnx.proto, written down apart from the writer's.
 *
 * @param bytes a ModelProto
 * @returns what the rules of the format are about
 */
export function modelFile(bytes: Uint8Array): ModelFile {
  const model = fields(bytes);
  const [graph] = messages(model(7));
  return {
    irVersion: model(1)[0] as number,
    opsets: messages(model(8)).map((opset) => ({ domain: texts(opset(1))[0] ?? "", version: opset(2)[0] as number })),
    name: texts(graph(2))[0],
    inputs: messages(graph(11)).flatMap((value) => texts(value(1))),
    outputs: messages(graph(12)).flatMap((value) => texts(value(1))),
    constants: messages(graph(5)).map((tensor) => ({
      name: texts(tensor(8))[0], extents: tensor(1) as number[], type: tensor(2)[0] as number, bytes: (tensor(9)[0] as Uint8Array).length,
    })),
    nodes: messages(graph(1)).map((node) => ({ op: texts(node(4))[0], inputs: texts(node(1)), outputs: texts(node(2)) })),
  };
}
