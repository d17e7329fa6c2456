/** Wire types: how the bytes after a field's tag are read. */
const VARINT = 0;
const LENGTH = 2;
const FIXED32 = 5;

const text = new TextEncoder();

/**
 * One message in protocol buffers' wire format, written field by field.
 *
 * @source Protocol Buffers documentation, "Encoding" (base 128 varints, message structure)
 */
export class ProtoMessage {
  readonly #chunks: Uint8Array[] = [];
  #size = 0;

  /**
   * @param field number of the field, from 1
   * @param value an integer or bigint; a negative one takes ten bytes
   * @returns this message
   */
  int(field: number, value: number | bigint): this {
    return this.#tag(field, VARINT).#append(varint(value));
  }

  /**
   * @param field number of the field, from 1
   * @param value written in single precision
   * @returns this message
   */
  float(field: number, value: number): this {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    return this.#tag(field, FIXED32).#append(bytes);
  }

  /**
   * @param field number of the field, from 1
   * @param value a string, bytes (not copied), or a message
   * @returns this message
   */
  bytes(field: number, value: string | Uint8Array | ProtoMessage): this {
    const chunks = typeof value === "string" ? [text.encode(value)] : value instanceof ProtoMessage ? value.#chunks : [value];
    const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    this.#tag(field, LENGTH).#append(varint(length));
    for (const chunk of chunks) this.#append(chunk);
    return this;
  }

  /** @returns the whole message */
  encode(): Uint8Array {
    const bytes = new Uint8Array(this.#size);
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }

  #tag(field: number, wireType: number): this {
    return this.#append(varint(field * 8 + wireType));
  }

  #append(chunk: Uint8Array): this {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    return this;
  }
}

/** Seven bits per byte, the lowest first; every byte but the last has its top bit set. */
function varint(value: number | bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 128 : low);
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}
