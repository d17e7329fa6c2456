import { beforeAll, describe, expect, it } from "vitest";
import { tf } from "../../../src/nn/tf.js";
import { mendKernels } from "../../../src/nn/wasm/mendKernels.js";
import { startWasmBackend } from "../../../src/nn/wasm/wasmBackend.js";
import { Key } from "../../../src/random/key.js";

/** Both backends round in single precision; sums have at most 64 terms of size below 1. */
const TOLERANCE = 1e-5;

interface Product {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Shapes of op(a) and op(b), before they are stored transposed. */
const PRODUCTS: Record<string, Product> = {
  "rank 2": { a: [5, 64], b: [64, 3] },
  "rank 2, single row": { a: [1, 7], b: [7, 9] },
  "rank 3": { a: [4, 5, 7], b: [4, 7, 3] },
  "rank 3, broadcast a": { a: [1, 5, 7], b: [4, 7, 3] },
  "rank 3, broadcast b": { a: [4, 5, 7], b: [1, 7, 3] },
  "rank 4": { a: [2, 3, 5, 7], b: [2, 3, 7, 4] },
};
const TRANSPOSITIONS = [false, true].flatMap((a) => [false, true].map((b) => ({ a, b })));

const values = (shape: readonly number[], label: string): tf.Tensor => {
  const stream = Key.root(1).fold(label).stream();
  const data = Float32Array.from({ length: shape.reduce((n, d) => n * d, 1) }, () => 2 * stream.uniform() - 1);
  return tf.tensor(data, [...shape]);
};
const stored = (shape: readonly number[], transposed: boolean, label: string): tf.Tensor =>
  values(transposed ? [...shape.slice(0, -2), shape.at(-1)!, shape.at(-2)!] : shape, label);

async function on(backend: string, f: () => tf.Tensor): Promise<Float32Array> {
  await tf.setBackend(backend);
  return tf.tidy(() => f().dataSync<"float32">().slice());
}

async function disagreement(f: () => tf.Tensor): Promise<number> {
  const [wasm, cpu] = [await on("wasm", f), await on("cpu", f)];
  expect(wasm.length).toBe(cpu.length);
  return Math.max(...wasm.map((x, i) => Math.abs(x - cpu[i])));
}

const fused = (transposeA: boolean, transposeB: boolean, activation: "linear" | "relu") => (): tf.Tensor =>
  tf.fused.matMul({
    a: stored([5, 7], transposeA, "a"),
    b: stored([7, 3], transposeB, "b"),
    transposeA,
    transposeB,
    bias: values([3], "bias"),
    activation,
  });

beforeAll(async () => {
  tf.enableProdMode();
  await startWasmBackend();
});

describe("as shipped", () => {
  it("multiplies transposed matrices wrongly in the fused kernel, so mending is needed", async () => {
    expect(await disagreement(fused(false, false, "relu"))).toBeLessThan(TOLERANCE);
    for (const { a, b } of TRANSPOSITIONS.filter(({ a, b }) => a || b)) {
      expect(await disagreement(fused(a, b, "linear"))).toBeGreaterThan(0.1);
    }
  });
});

describe("mended", () => {
  beforeAll(() => mendKernels());

  for (const { a: transposeA, b: transposeB } of TRANSPOSITIONS) {
    const form = `${transposeA ? "aᵀ" : "a"} ${transposeB ? "bᵀ" : "b"}`;

    it.each(Object.entries(PRODUCTS))(`${form} agrees with the cpu backend: %s`, async (_, { a, b }) => {
      const product = (): tf.Tensor =>
        tf.matMul(stored(a, transposeA, "a"), stored(b, transposeB, "b"), transposeA, transposeB);
      expect(await disagreement(product)).toBeLessThan(TOLERANCE);
    });

    it(`${form} agrees when fused with a bias and an activation`, async () => {
      expect(await disagreement(fused(transposeA, transposeB, "linear"))).toBeLessThan(TOLERANCE);
      expect(await disagreement(fused(transposeA, transposeB, "relu"))).toBeLessThan(TOLERANCE);
    });

    it(`${form} has the gradients of the cpu backend`, async () => {
      const a = (): tf.Tensor => stored([4, 5, 7], transposeA, "a");
      const b = (): tf.Tensor => stored([4, 7, 3], transposeB, "b");
      const product = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => tf.square(tf.matMul(a, b, transposeA, transposeB));
      const gradient = (i: number) => () => tf.grads((a, b) => product(a, b))([a(), b()])[i];
      expect(await disagreement(gradient(0))).toBeLessThan(10 * TOLERANCE);
      expect(await disagreement(gradient(1))).toBeLessThan(10 * TOLERANCE);
    });
  }

  it("keeps no tensor and no buffer", async () => {
    await tf.setBackend("wasm");
    const held = (): number[] => [tf.memory().numTensors, tf.memory().numDataBuffers, tf.engine().backend.numDataIds()];
    const before = held();
    tf.tidy(() => void fused(true, true, "relu")());
    tf.tidy(() => void tf.matMul(stored([2, 3, 5, 7], true, "a"), stored([2, 3, 7, 4], true, "b"), true, true));
    expect(held()).toEqual(before);
  });

  it("changes nothing more when done twice", async () => {
    mendKernels();
    expect(await disagreement(fused(true, true, "relu"))).toBeLessThan(TOLERANCE);
  });
});
