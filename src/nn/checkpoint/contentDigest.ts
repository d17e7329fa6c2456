import { createHash, type Hash } from "node:crypto";

/**
 * A digest of plain data: equal content, equal digest, whatever the order of keys.
 *
 * @param content numbers, text, booleans, null, typed arrays, and arrays and records of them; keys without a value do
 *   not count
 * @returns 64 hexadecimal digits of SHA-256
 * @throws RangeError if something else is in it, naming the place
 * @example contentDigest({ a: 1, b: [2] }) === contentDigest({ b: [2], a: 1 }) // => true
 */
export function contentDigest(content: unknown): string {
  const hash = createHash("sha256");
  absorb(hash, content, "content");
  return hash.digest("hex");
}

function absorb(hash: Hash, value: unknown, place: string): void {
  if (ArrayBuffer.isView(value)) {
    const { name: type } = value.constructor;
    hash.update(`${type}${value.byteLength}:`).update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  } else if (Array.isArray(value)) {
    hash.update(`[${value.length}:`);
    value.forEach((item, i) => absorb(hash, item, `${place}[${i}]`));
  } else if (typeof value === "object" && value !== null) {
    const prototype = Object.getPrototypeOf(value) as object | null;
    if (prototype !== null && prototype !== Object.prototype) {
      const { name: type } = value.constructor;
      throw notPlain(place, type);
    }
    const entries = Object.entries(value).filter(([, item]) => item !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    hash.update(`{${entries.length}:`);
    for (const [name, item] of entries) {
      absorb(hash, name, place);
      absorb(hash, item, `${place}.${name}`);
    }
  } else if (typeof value === "string") hash.update(`"${Buffer.byteLength(value)}:${value}`);
  else if (typeof value === "number") hash.update(`${Object.is(value, -0) ? "-0" : value};`);
  else if (typeof value === "boolean" || value === null) hash.update(`${value};`);
  else throw notPlain(place, typeof value);
}

const notPlain = (place: string, type: string): RangeError => new RangeError(`${place} must be plain data or a typed array, got a value of type ${type}`);
