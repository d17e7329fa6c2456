import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { selectBackend } from "../../../src/nn/backend.js";
import { NotTraceable } from "../../../src/nn/engine/notTraceable.js";
import { type TensorFunction, trace } from "../../../src/nn/engine/trace.js";
import type { Tensors } from "../../../src/nn/hostTensor.js";
import { tf } from "../../../src/nn/tf.js";

const x = { x: { shape: [2, 3], type: "float32" as const } };
const ops = (f: TensorFunction, inputs = x): string[] => trace(f, inputs).nodes.map(({ op }) => op);

/** What a function returns, or something else where it throws. */
function orElse<T>(f: () => T, other: T): T {
  try {
    return f();
  } catch {
    return other;
  }
}

beforeAll(() => selectBackend("tfjs-cpu"));
beforeEach(() => tf.disposeVariables());

describe("trace", () => {
  it("finds operators, shapes and types without computing", () => {
    const graph = trace(({ x }) => ({ y: tf.argMax(tf.matMul(x, tf.transpose(x)), 1) }), x);
    expect(graph.nodes.map(({ op }) => op)).toEqual(["Transpose", "Gemm", "ArgMax", "Cast"]);
    expect(graph.outputs.get("y")).toMatchObject({ shape: [2], type: "int32" });
  });

  it("follows gradients", () => {
    const graph = trace(({ x }) => ({ dx: tf.grad((x) => tf.sum(tf.square(x)))(x) }), x);
    expect(graph.outputs.get("dx")).toMatchObject({ shape: [2, 3], type: "float32" });
  });

  it("makes constants of what is captured, and of what is made inside", () => {
    const captured = tf.tensor1d([1, 2, 3]);
    const graph = trace(({ x }) => ({ y: tf.add(tf.mul(x, captured), tf.scalar(7)) }), x);
    const constants = graph.nodes.flatMap(({ inputs }) => inputs.flatMap((value) => (value?.data ? [[...value.data]] : [])));
    expect(constants).toEqual([[1, 2, 3], [7]]);
    captured.dispose();
  });

  it("makes constants of captured views, with the shape and type that they have themselves", () => {
    const row = tf.tensor2d([[1, 2, 3]], [1, 3], "int32");
    const [column, real] = [tf.reshape(row, [3, 1]), tf.cast(row, "float32")];
    const graph = trace(({ x }) => ({ y: tf.matMul(x, tf.mul(real, tf.cast(column, "float32"))), z: tf.add(row, column), again: tf.neg(real) }), x);
    const constants = new Set(graph.nodes.flatMap(({ inputs }) => inputs.filter((value) => value?.data)));
    const texts = [...constants].map((value) => `${value!.type} ${value!.shape.join()} ${value!.data!.join()}`);
    expect(texts.sort()).toEqual(["float32 1,3 1,2,3", "int32 1,3 1,2,3", "int32 3,1 1,2,3"]);
    tf.dispose([row, column, real]);
  });

  it("makes one constant of a captured tensor, however often it is used", () => {
    const captured = tf.ones([100]);
    const { nodes } = trace(({ x }) => ({ y: tf.sum(x).mul(captured), z: tf.sum(x).add(captured) }), x);
    expect(new Set(nodes.flatMap(({ inputs }) => inputs.filter((value) => value?.data?.length === 100))).size).toBe(1);
    captured.dispose();
  });

  it("makes a constant of a captured copy of a variable, which it is not", () => {
    const v = tf.variable(tf.tensor1d([1, 2, 3]), true, "v");
    const copy = v.clone();
    const graph = trace(({ x }) => ({ y: tf.mul(x, copy), z: tf.add(x, v) }), x);
    expect([...graph.inputs.keys()].sort()).toEqual(["variable/v", "x"]);
    expect(graph.nodes.find(({ op }) => op === "Mul")!.inputs[1]?.data).toEqual(Float32Array.of(1, 2, 3));
    copy.dispose();
  });

  it("makes constants of variables if it is asked to, and then refuses that they are assigned", () => {
    const v = tf.variable(tf.tensor1d([1, 2, 3]), true, "v");
    const graph = trace(({ x }) => ({ y: tf.mul(x, v) }), x, { variables: "constants" });
    expect([...graph.inputs.keys()]).toEqual(["x"]);
    expect(graph.nodes[0].inputs[1]?.data).toEqual(Float32Array.of(1, 2, 3));
    const assigning: TensorFunction = ({ x }) => ({ y: v.assign(tf.sum(x, 0)) ?? x });
    expect(() => trace(assigning, x, { variables: "constants" })).toThrow(new NotTraceable("it assigns the variable v"));
    expect([...v.dataSync()]).toEqual([1, 2, 3]);
  });

  it("leaves the backend, its tensors and the variables as they were", () => {
    const v = tf.variable(tf.tensor1d([1, 2, 3]));
    const before = tf.memory();
    trace(({ x }) => {
      v.assign(tf.sum(x, 0));
      return { y: tf.mul(x, v) };
    }, x);
    expect(tf.getBackend()).toBe("cpu");
    expect(tf.memory()).toEqual(before);
    expect([...v.dataSync()]).toEqual([1, 2, 3]);
    v.assign(tf.tensor1d([4, 5, 6]));
    expect([...v.dataSync()]).toEqual([4, 5, 6]);
  });

  it("does so as well when the function fails", () => {
    const v = tf.variable(tf.tensor1d([1, 2, 3]));
    const before = tf.memory();
    const failing = (): never => {
      v.assign(tf.zeros([3]));
      throw new RangeError("mine");
    };
    expect(() => trace(failing, x)).toThrow(new RangeError("mine"));
    expect(tf.getBackend()).toBe("cpu");
    expect(tf.memory()).toEqual(before);
    expect([...v.dataSync()]).toEqual([1, 2, 3]);
  });

  it("takes variables as inputs where they are read, and outputs where they are assigned", () => {
    const [read, both, unused] = ["read", "both", "unused"].map((name) => tf.variable(tf.scalar(1), true, name));
    const graph = trace(({ x }) => {
      both.assign(tf.add(both, read));
      return { y: tf.mul(x, both) };
    }, x);
    expect([...graph.inputs.keys()].sort()).toEqual(["variable/both", "variable/read", "x"]);
    expect([...graph.outputs.keys()].sort()).toEqual(["assigned/both", "y"]);
    unused.dispose();
  });

  it("keeps variables that the first call makes, with the elements they began with", () => {
    const made: tf.Variable[] = [];
    const graph = trace(({ x }) => {
      if (made.length === 0) made.push(tf.variable(tf.fill([3], 2), true, "made"));
      made[0].assign(tf.add(made[0], tf.sum(x, 0)));
      return { y: x.add(1) };
    }, x);
    expect([...graph.outputs.keys()]).toContain("assigned/made");
    expect([...made[0].dataSync()]).toEqual([2, 2, 2]);
  });

  it.each<[string, TensorFunction, RegExp]>([
    ["reads a tensor", ({ x }) => ({ y: tf.scalar(x.dataSync()[0]) }), /^it reads the elements of a tensor \(at .*trace\.test\.ts:\d+\)$/],
    ["draws its own random numbers", ({ x }) => ({ y: tf.dropout(x, 0.5) }), /^it does something else when it is called again: random numbers must be inputs$/],
    ["uses a kernel without a rule", ({ x }) => ({ y: tf.multinomial(x as tf.Tensor2D, 3) }), /^kernel Multinomial has no ONNX counterpart here \(at .*trace\.test\.ts:\d+\)$/],
    ["makes strings", () => ({ y: tf.tensor(["a"]) }), /^tensors of type string have no ONNX counterpart here/],
    ["makes a variable from what it computes", ({ x }) => ({ y: tf.variable(tf.neg(x)) }), /^it makes the variable .* from what it computes$/],
    ["reads a tensor in a while", ({ x }) => (void x.data().then(() => expect.unreachable()), { y: tf.neg(x) }), /^it reads the elements of a tensor \(at .*trace\.test\.ts:\d+\)$/],
    ["reads a tensor and carries on", ({ x }) => ({ y: tf.neg(orElse(() => x.dataSync()[0], 1)) }), /^it reads the elements of a tensor \(at .*trace\.test\.ts:\d+\)$/],
    ["reads a variable", ({ x }) => ({ y: tf.mul(x, tf.engine().registeredVariables.held.dataSync()[0]) }), /^it reads the elements of a tensor \(at .*trace\.test\.ts:\d+\)$/],
    ["reads a variable in a while", ({ x }) => (void tf.engine().registeredVariables.held.data(), { y: tf.neg(x) }), /^it reads the elements of a tensor/],
  ])("refuses a function that %s", (_, f, why) => {
    const held = tf.variable(tf.scalar(3), true, "held");
    const before = Object.keys(tf.engine().registeredVariables);
    const error = (() => {
      try {
        return trace(f, x);
      } catch (error) {
        return error;
      }
    })();
    expect(error).toBeInstanceOf(NotTraceable);
    expect((error as Error).message).toMatch(why);
    expect(Object.keys(tf.engine().registeredVariables)).toEqual(before);
    expect(tf.getBackend()).toBe("cpu");
    expect(held.dataSync()[0]).toBe(3);
  });

  it.each<[string, (x: tf.Tensor) => Promise<unknown>]>([
    ["that reads", async (x) => ({ y: tf.scalar((await x.data())[0]) })],
    ["that goes on later", async (x) => (await Promise.resolve(), { y: tf.neg(x) })],
  ])("calls an asynchronous function %s a mistake, and hears no more of it", async (_, f) => {
    const before = tf.memory();
    expect(() => trace((({ x }: Tensors) => f(x)) as unknown as TensorFunction, x)).toThrow(new TypeError("a function of tensors must be synchronous: this one returns a promise"));
    await new Promise((resolve) => setImmediate(resolve));
    expect(tf.memory()).toEqual(before);
  });

  it("refuses a function that makes variables again and again, and leaves it those, as each of its calls does", () => {
    const made: tf.Variable[] = [];
    const f: TensorFunction = ({ x }) => {
      made.push(tf.variable(tf.fill([3], made.length)));
      return { y: tf.add(x, made.at(-1)!) };
    };
    expect(() => trace(f, x)).toThrow(/^it makes the variable .* in every call$/);
    expect(made.map((variable) => [...variable.dataSync()])).toEqual([[0, 0, 0], [1, 1, 1]]);
  });

  it("lets control flow depend on shapes", () => {
    const f: TensorFunction = ({ x }) => ({ y: x.shape[0] > 1 ? tf.neg(x) : tf.exp(x) });
    expect(ops(f)).toEqual(["Neg"]);
    expect(ops(f, { x: { shape: [1, 3], type: "float32" } })).toEqual(["Exp"]);
  });
});
