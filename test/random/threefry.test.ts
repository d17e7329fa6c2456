import { describe, expect, it } from "vitest";
import { type Block, threefry } from "../../src/random/threefry.js";

const words = (hex: string): Block => hex.split(" ").map((word) => parseInt(word, 16)) as unknown as Block;

describe("threefry", () => {
  /** Known answers of Random123, tests/kat_vectors, threefry4x32 with 20 rounds. */
  it.each([
    ["0 0 0 0", "0 0 0 0", "9c6ca96a e17eae66 fc10ecd4 5256a7d8"],
    [
      "ffffffff ffffffff ffffffff ffffffff",
      "ffffffff ffffffff ffffffff ffffffff",
      "2a881696 57012287 f6c7446e a16a6732",
    ],
    [
      "a4093822 299f31d0 082efa98 ec4e6c89",
      "243f6a88 85a308d3 13198a2e 03707344",
      "59cd1dbb b8879579 86b5d00c ac8b6d84",
    ],
  ])("key %s, counter %s", (key, counter, answer) => {
    expect(threefry(words(key), words(counter))).toEqual(words(answer));
  });

  it("reads signed and unsigned words alike", () => {
    expect(threefry([-1, -1, -1, -1], [-1, -1, -1, -1])[0]).toBe(0x2a881696);
  });

  it("changes about half of all output bits with any one input bit", () => {
    // 256 flips of 128 bits: the count is Binomial(32768, ½) for a random function; 6 standard errors, p = 2e-9
    const base = threefry([1, 2, 3, 4], [5, 6, 7, 8]);
    let flipped = 0;
    for (let bit = 0; bit < 256; bit++) {
      const input = [1, 2, 3, 4, 5, 6, 7, 8];
      input[bit >> 5] ^= 1 << (bit & 31);
      const out = threefry(input.slice(0, 4) as unknown as Block, input.slice(4) as unknown as Block);
      out.forEach((word, i) => {
        for (let rest = (word ^ base[i]) >>> 0; rest > 0; rest >>>= 1) flipped += rest & 1;
      });
    }
    expect(Math.abs(flipped - 16384)).toBeLessThan(6 * Math.sqrt(32768 / 4));
  });
});
