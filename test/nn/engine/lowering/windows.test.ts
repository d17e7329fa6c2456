import fc from "fast-check";
import { expect, it } from "vitest";
import { GraphBuilder } from "../../../../src/nn/engine/graph/graphBuilder.js";
import { spread, sumWindows, type WindowGeometry, windowParts, windowPixels } from "../../../../src/nn/engine/lowering/windows.js";
import { onnxModel } from "../../../../src/nn/engine/onnx/onnxModel.js";
import { tf } from "../../../../src/nn/tf.js";
import { forAll, reals, someRuntime } from "../agreement.js";

const small = fc.integer({ min: 1, max: 3 });
const cases = fc.record({
  shape: fc.tuple(small, fc.integer({ min: 3, max: 6 }), fc.integer({ min: 3, max: 6 }), small),
  filter: fc.tuple(small, small), strides: fc.tuple(small, small), pad: fc.constantFrom<"same" | "valid">("same", "valid"),
});

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => Array.from(a, (x, i) => x * b[i]).reduce((sum, x) => sum + x, 0);

it("taking windows apart and adding them back are adjoint: ⟨parts(x), y⟩ = ⟨x, sum(y)⟩", () =>
  forAll(cases, async ({ shape, filter, strides, pad }) => {
    const at: WindowGeometry = tf.backend_util.computePool2DInfo(shape, filter, strides, 1, pad);
    const g = new GraphBuilder();
    const x = g.input("x", { shape, type: "float32" });
    const parts = windowParts(g, x, at);
    const given = parts.map((part, i) => g.input(`y${i}`, part));
    const images = sumWindows(g, given, at);
    expect(images.shape).toEqual(shape);
    const session = await (await someRuntime()).loadModel(onnxModel(g.build(new Map([["images", images], ...parts.map((part, i) => [`part${i}`, part] as const)]))));
    const ys = Object.fromEntries(given.map(({ shape }, i) => [`y${i}`, reals(shape, `y${i}`)]));
    const inputs = { x: reals(shape, "x"), ...ys };
    const outputs = await session.run(inputs);
    await session.release();
    const left = parts.reduce((sum, _, i) => sum + dot(outputs[`part${i}`].data, ys[`y${i}`].data), 0);
    expect(left).toBeCloseTo(dot(inputs.x.data, outputs.images.data), 3);
  }));

it("lays windows out pixel by pixel: a window has at each place what the parts have there", () =>
  forAll(cases, async ({ shape, filter, strides, pad }) => {
    const at: WindowGeometry = tf.backend_util.computePool2DInfo(shape, filter, strides, 1, pad);
    const g = new GraphBuilder();
    const x = g.input("x", { shape, type: "float32" });
    const pixels = windowPixels(g, x, at);
    const parts = windowParts(g, x, at);
    const session = await (await someRuntime()).loadModel(onnxModel(g.build(new Map([["pixels", pixels], ...parts.map((part, i) => [`part${i}`, part] as const)]))));
    const outputs = await session.run({ x: reals(shape, "x") });
    await session.release();
    const [size, channels] = [at.outHeight * at.outWidth, shape[3]];
    expect(pixels.shape).toEqual([shape[0], size * parts.length, channels]);
    const expected = Array.from({ length: shape[0] * size * parts.length * channels }, (_, i) => {
      const [window, place, channel] = [Math.floor(i / (parts.length * channels)), Math.floor(i / channels) % parts.length, i % channels];
      return outputs[`part${place}`].data[window * channels + channel];
    });
    expect([...outputs.pixels.data]).toEqual(expected);
  }));

it("spreads images by zeros", async () => {
  const g = new GraphBuilder();
  const y = spread(g, g.input("x", { shape: [1, 2, 2, 1], type: "float32" }), 2, 3);
  expect(y.shape).toEqual([1, 3, 4, 1]);
  const session = await (await someRuntime()).loadModel(onnxModel(g.build(new Map([["y", y]]))));
  const { data } = (await session.run({ x: { data: Float32Array.of(1, 2, 3, 4), shape: [1, 2, 2, 1] } })).y;
  await session.release();
  expect([...data]).toEqual([1, 0, 0, 2, 0, 0, 0, 0, 3, 0, 0, 4]);
});
