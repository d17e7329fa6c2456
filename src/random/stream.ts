import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import type { Block } from "./threefry.js";

/**
 * A mutable stream of random bits, opened from a `Key` and consumed inside one function.
 *
 * The generator is xoroshiro128+, whose whole 128-bit state comes from the key's mixer: a raw small integer
 * as its seed would give correlated streams.
 *
 * @source Blackman & Vigna 2021, "Scrambled linear pseudorandom number generators", section 4
 */
export class Stream {
  readonly #generator: RandomGenerator;

  /** @param state four 32-bit words, not all zero; obtained from `Key.stream()` */
  constructor(state: Block) {
    this.#generator = xoroshiro128plusFromState([state[0] | 0, state[1] | 0, state[2] | 0, state[3] | 0]);
  }

  /** @returns a uniform 32-bit integer in [−2³¹, 2³¹) */
  int32(): number {
    return this.#generator.next();
  }

  /** @returns a uniform float64 in [0, 1), a multiple of 2⁻⁵³ */
  uniform(): number {
    const high = this.#generator.next() >>> 5;
    const low = this.#generator.next() >>> 6;
    return (high * 0x4000000 + low) * 2 ** -53;
  }
}
