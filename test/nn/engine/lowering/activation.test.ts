import { describe, expect, it } from "vitest";
import { activate, activation } from "../../../../src/nn/engine/lowering/activation.js";
import { GraphBuilder } from "../../../../src/nn/engine/graph/graphBuilder.js";
import { NotTraceable } from "../../../../src/nn/engine/notTraceable.js";
import { tf } from "../../../../src/nn/tf.js";
import { anyShape, expectAgreement, forAll, integers, kernel, reals } from "../agreement.js";

const PLAIN = ["Sigmoid", "Softplus", "Relu", "Relu6", "Elu", "Selu"];

describe("activation kernels", () => {
  it("are all tried here", () => {
    expect([...PLAIN, "LeakyRelu", "Prelu", "Step", "EluGrad"].sort()).toEqual(Object.keys(activation).sort());
  });

  it("agree with the cpu backend on random shapes", () =>
    forAll(anyShape, (shape) =>
      expectAgreement(
        ({ x, slopes, dy, n }) => ({
          ...Object.fromEntries(PLAIN.map((name) => [name, kernel(name, { x })])),
          LeakyRelu: kernel("LeakyRelu", { x }, { alpha: 0.3 }),
          Prelu: kernel("Prelu", { x, alpha: slopes }),
          Step: kernel("Step", { x }, { alpha: 0 }),
          LeakyStep: kernel("Step", { x }, { alpha: 0.3 }),
          EluGrad: kernel("EluGrad", { dy, y: tf.elu(x) }),
          integers: kernel("Relu", { x: n }),
        }),
        { x: reals(shape, "x", -8, 8), slopes: reals(shape, "slopes"), dy: reals(shape, "dy"), n: integers(shape, "n", -5, 5) },
      )));

  it("agree at 0", () =>
    expectAgreement(
      ({ x, dy }) => ({ relu: tf.relu(x), step: tf.step(x), leaky: tf.step(x, 0.5), elu: kernel("EluGrad", { dy, y: x }) }),
      { x: reals([3], "zero", 0, 0), dy: reals([3], "dy") },
    ));

  it("have the gradients of the cpu backend", () =>
    forAll(anyShape, (shape) => {
      const functions = { relu: tf.relu, relu6: tf.relu6, elu: tf.elu, selu: tf.selu, sigmoid: tf.sigmoid, softplus: tf.softplus, tanh: tf.tanh, leaky: tf.leakyRelu };
      return expectAgreement(
        ({ x, dy }) => Object.fromEntries(Object.entries(functions).map(([name, f]) => [name, tf.grad((x) => f(x))(x, dy)])),
        { x: reals(shape, "x", -8, 8), dy: reals(shape, "dy") },
      );
    }));

  it("refuses an activation that it does not know", () => {
    const g = new GraphBuilder();
    expect(() => activate(g, g.scalar(1), "gelu")).toThrow(new NotTraceable("activation gelu"));
  });
});
