import { Stream } from "./stream.js";
import { type Block, threefry } from "./threefry.js";

/** Domain tags keep numbers, text and streams of one key apart. */
const NUMBER = 1;
const TEXT = 2;
const STREAM = 3;

const float64 = new DataView(new ArrayBuffer(8));
const encoder = new TextEncoder();

/**
 * An immutable name for randomness: folding in labels gives independent keys, and a key opens a stream.
 *
 * k.fold(ℓ) = E_k(ℓ), with E the Threefry-4x32-20 bijection; text is absorbed in blocks of 12 bytes. Equal
 * paths give equal keys on every machine, and adding a label moves no other key.
 *
 * @source Salmon et al. 2011 (Threefry); Claessen & Pałka 2013, "Splittable pseudorandom number generators
 *   using cryptographic hashing", section 3
 * @example Key.root(0).fold("train").fold(3).equals(Key.root(0).fold("train").fold(3)) // => true
 */
export class Key {
  readonly #words: Block;

  private constructor(state: Block) {
    this.#words = state;
  }

  /**
   * The first key of a run.
   *
   * @param seed an integer in [0, 2⁵³)
   * @returns the key of that seed
   * @throws RangeError if the seed is not such an integer
   */
  static root(seed: number): Key {
    if (!Number.isSafeInteger(seed) || seed < 0) {
      throw new RangeError(`seed must be an integer in [0, 2^53), got ${seed}`);
    }
    return new Key([0, 0, 0, 0]).fold(seed);
  }

  /**
   * Derive the key of a label.
   *
   * @param label well-formed text, or a finite number (0 and −0 are one label)
   * @returns the child key; different labels give independent children
   * @throws RangeError if a number is not finite or text holds a lone surrogate
   */
  fold(label: string | number): Key {
    if (typeof label === "number") {
      if (!Number.isFinite(label)) throw new RangeError(`a key folds finite numbers, got ${label}`);
      float64.setFloat64(0, label === 0 ? 0 : label);
      return new Key(threefry(this.#words, [NUMBER, float64.getUint32(0), float64.getUint32(4), 0]));
    }
    if (!label.isWellFormed()) throw new RangeError("a key folds well-formed text, got a lone surrogate");
    const bytes = encoder.encode(label);
    const padded = new DataView(new ArrayBuffer(12 * Math.max(1, Math.ceil(bytes.length / 12))));
    bytes.forEach((byte, i) => padded.setUint8(i, byte));
    let state = threefry(this.#words, [TEXT, bytes.length, 0, 0]);
    for (let at = 0; at < padded.byteLength; at += 12) {
      const block: Block = [
        TEXT,
        padded.getUint32(at, true),
        padded.getUint32(at + 4, true),
        padded.getUint32(at + 8, true),
      ];
      state = threefry(state, block);
    }
    return new Key(state);
  }

  /** @returns a fresh stream of this key; every call gives the same stream from its start */
  stream(): Stream {
    return new Stream(threefry(this.#words, [STREAM, 0, 0, 0]));
  }

  /**
   * @param other any key
   * @returns whether both keys name the same randomness
   */
  equals(other: Key): boolean {
    return this.#words.every((word, i) => word === other.#words[i]);
  }

  /** @returns 32 hexadecimal digits, for messages and caches */
  toString(): string {
    return this.#words.map((word) => word.toString(16).padStart(8, "0")).join("");
  }
}
