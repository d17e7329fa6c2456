import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matrix } from "../../../../src/nn/engine/lowering/matrix.js";
import { trace } from "../../../../src/nn/engine/trace.js";
import { tf } from "../../../../src/nn/tf.js";
import { expectAgreement, forAll, kernel, reals } from "../agreement.js";

const extent = fc.integer({ min: 1, max: 5 });
const products = fc.record({
  n: extent, k: extent, m: extent,
  transposeA: fc.boolean(), transposeB: fc.boolean(),
  batch: fc.constantFrom<readonly [number[], number[]]>([[], []], [[3], [3]], [[1], [3]], [[3], [1]], [[2, 3], [2, 3]]),
});

describe("matrix kernels", () => {
  it("are all tried here", () => {
    expect(Object.keys(matrix).sort()).toEqual(["BatchMatMul", "_FusedMatMul"]);
  });

  it("multiply as the cpu backend does: transposed, in batches, broadcast, with gradients", () =>
    forAll(products, ({ n, k, m, transposeA, transposeB, batch: [over, other] }) => {
      const a = [...over, ...(transposeA ? [k, n] : [n, k])];
      const b = [...other, ...(transposeB ? [m, k] : [k, m])];
      const sameBatch = over.join() === other.join();
      const product = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => tf.matMul(a, b, transposeA, transposeB);
      return expectAgreement(
        ({ a, b }) => {
          const [da, db] = sameBatch ? tf.grads(product)([a, b]) : [a, b];
          return { product: kernel("BatchMatMul", { a, b }, { transposeA, transposeB }), da: tf.add(da, 0), db: tf.add(db, 0) };
        },
        { a: reals(a, "a"), b: reals(b, "b") },
      );
    }, 30));

  it("refuse batches about which backends disagree", () => {
    const f = ({ a, b }: Readonly<Record<string, tf.Tensor>>) => ({ y: tf.matMul(a, b) });
    const spec = (...shape: number[]) => ({ shape, type: "float32" as const });
    expect(() => trace(f, { a: spec(2, 1, 1, 1), b: spec(2, 3, 1, 1) })).toThrow("kernel BatchMatMul: batches of shapes [2, 1] and [2, 3] (at ");
  });

  it("fuse with a bias and any activation", () =>
    forAll(products, ({ n, k, m, transposeA, transposeB }) =>
      expectAgreement(
        ({ a, b, bias, slopes }) =>
          Object.fromEntries(
            ["linear", "relu", "relu6", "elu", "sigmoid", "leakyrelu", "prelu"].map((activation) => [
              activation,
              kernel("_FusedMatMul", { a, b, bias, preluActivationWeights: slopes }, { transposeA, transposeB, activation, leakyreluAlpha: 0.1 }),
            ]),
          ),
        {
          a: reals([1, ...(transposeA ? [k, n] : [n, k])], "a"),
          b: reals([1, ...(transposeB ? [m, k] : [k, m])], "b"),
          bias: reals([m], "bias"),
          slopes: reals([m], "slopes"),
        },
      )));
});
