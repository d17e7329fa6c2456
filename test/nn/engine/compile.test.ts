import { beforeAll, describe, expect, it } from "vitest";
import { selectBackend } from "../../../src/nn/backend.js";
import { compile } from "../../../src/nn/engine/compile.js";
import { NotTraceable } from "../../../src/nn/engine/notTraceable.js";
import { tf } from "../../../src/nn/tf.js";
import { someRuntime } from "./agreement.js";

beforeAll(() => selectBackend("tfjs-cpu"));

const vector = { shape: [2], type: "float32" } as const;
const array = (...data: number[]) => ({ data: Float32Array.from(data), shape: [data.length] });

describe("compile", () => {
  it("runs a function for its shapes, again and again, and says what it costs", async () => {
    const f = await compile(({ x, y }) => ({ sum: tf.add(x, y), isLess: tf.less(x, y) }), { x: vector, y: vector, unused: vector }, await someRuntime());
    expect(f).toMatchObject({ inputs: ["x", "y"], outputs: ["sum", "isLess"], nodes: 2 });
    expect(f.bytes).toBeGreaterThan(100);
    const first = await f.run({ x: array(1, 2), y: array(3, 1), unused: array(0, 0) });
    expect(first).toEqual({ sum: array(4, 3), isLess: { data: Int32Array.of(1, 0), shape: [2] } });
    expect((await f.run({ x: array(5, 5), y: array(0, 1) })).sum).toEqual(array(5, 6));
    expect(first.sum).toEqual(array(4, 3));
    await f.release();
  });

  it("returns what was asked to be written elsewhere", async () => {
    const f = await compile(({ x }) => ({ y: tf.neg(x), z: tf.abs(x) }), { x: vector }, await someRuntime());
    const { y, z } = await f.run({ x: array(1, -2) }, { y: array(0, 0) });
    expect([y, z]).toEqual([array(-1, 2), array(1, 2)]);
    await f.release();
  });

  it("gives an output the name of an input where the function does", async () => {
    const f = await compile(({ x, "output/x": other }) => ({ x: tf.neg(x), y: tf.add(x, other) }), { x: vector, "output/x": vector }, await someRuntime());
    expect(f).toMatchObject({ inputs: ["x", "output/x"], outputs: ["x", "y"] });
    const x = array(1, -2);
    const into = { x: array(0, 0) };
    const { x: negative, y } = await f.run({ x, "output/x": x }, into);
    expect([x, negative, y]).toEqual([array(1, -2), array(-1, 2), array(2, -4)]);
    await f.release();
  });

  it("says how long compiling takes, by the caller's clock", async () => {
    const runtime = await someRuntime();
    let now = 100;
    const load: typeof runtime.load = (graph) => ((now += 30), runtime.load(graph));
    const f = await compile(({ x }) => ({ y: tf.neg(x) }), { x: vector }, { ...runtime, load }, () => now);
    expect(f.milliseconds).toBe(30);
    await f.release();
  });

  it("says so when the runtime does not take the graph", async () => {
    const load = async (): Promise<never> => Promise.reject(new Error("no such operator\nat line 3"));
    const runtime = { ...(await someRuntime()), load };
    const refused = compile(({ x }) => ({ y: tf.neg(x) }), { x: vector }, runtime);
    await expect(refused).rejects.toThrow(new NotTraceable(`${runtime.name} does not take the graph: no such operator`));
  });

  it("refuses inputs that are missing or have another shape", async () => {
    const f = await compile(({ x }) => ({ y: tf.neg(x) }), { x: vector }, await someRuntime());
    await expect(f.run({})).rejects.toThrow(new RangeError("input x is missing"));
    await expect(f.run({ x: array(1, 2, 3) })).rejects.toThrow("x");
    await f.release();
  });
});
