/** Four 32-bit words, as unsigned integers. */
export type Block = readonly [number, number, number, number];

const ROTATIONS = [10, 26, 11, 21, 13, 27, 23, 5, 6, 20, 17, 11, 25, 10, 18, 20] as const;
const PARITY = 0x1bd11bda;
const ROUNDS = 20;

const rotate = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits));

/**
 * Threefry-4x32-20, a counter-based random function: a keyed bijection of 128-bit blocks.
 *
 * Every round adds and rotates two pairs of words; every fourth round the key schedule is injected.
 *
 * @param key k, four 32-bit words
 * @param counter c, four 32-bit words
 * @returns E_k(c), four unsigned 32-bit words
 * @source Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3", section 4.1
 * @example threefry([0, 0, 0, 0], [0, 0, 0, 0])[0] // => 0x9c6ca96a
 */
export function threefry(key: Block, counter: Block): Block {
  const schedule = [...key, PARITY ^ key[0] ^ key[1] ^ key[2] ^ key[3]] as const;
  let x0 = (counter[0] + schedule[0]) | 0;
  let x1 = (counter[1] + schedule[1]) | 0;
  let x2 = (counter[2] + schedule[2]) | 0;
  let x3 = (counter[3] + schedule[3]) | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const r = (round % 8) * 2;
    if (round % 2 === 0) {
      x0 = (x0 + x1) | 0;
      x1 = rotate(x1, ROTATIONS[r]) ^ x0;
      x2 = (x2 + x3) | 0;
      x3 = rotate(x3, ROTATIONS[r + 1]) ^ x2;
    } else {
      x0 = (x0 + x3) | 0;
      x3 = rotate(x3, ROTATIONS[r]) ^ x0;
      x2 = (x2 + x1) | 0;
      x1 = rotate(x1, ROTATIONS[r + 1]) ^ x2;
    }
    if (round % 4 === 3) {
      const s = (round + 1) / 4;
      x0 = (x0 + schedule[s % 5]) | 0;
      x1 = (x1 + schedule[(s + 1) % 5]) | 0;
      x2 = (x2 + schedule[(s + 2) % 5]) | 0;
      x3 = (x3 + schedule[(s + 3) % 5] + s) | 0;
    }
  }
  return [x0 >>> 0, x1 >>> 0, x2 >>> 0, x3 >>> 0];
}
