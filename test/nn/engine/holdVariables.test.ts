import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { selectBackend } from "../../../src/nn/backend.js";
import { GraphBuilder } from "../../../src/nn/engine/graph/graphBuilder.js";
import { holdVariables } from "../../../src/nn/engine/holdVariables.js";
import { tf } from "../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-cpu"));
beforeEach(() => tf.disposeVariables());

const hold = (g = new GraphBuilder()) => holdVariables((name, spec) => g.input(name, spec));

describe("holdVariables", () => {
  it("gives variables back what they held, however often they were assigned", () => {
    const [a, b] = [1, 2].map((x) => tf.variable(tf.scalar(x)));
    const before = tf.memory();
    const held = hold();
    a.assign(tf.scalar(7));
    a.assign(tf.scalar(8));
    expect(held.assigned()).toEqual([a]);
    held.release();
    expect([a, b].map((v) => v.dataSync()[0])).toEqual([1, 2]);
    expect(tf.memory().numBytes - before.numBytes).toBe(2 * 4); // the scalars that were assigned
    a.assign(tf.scalar(9));
    expect(a.dataSync()[0]).toBe(9);
  });

  it("knows variables by the data they held at the start", () => {
    const v = tf.variable(tf.ones([2, 3]), true, "v");
    const g = new GraphBuilder();
    const held = hold(g);
    expect(held.inputFor(v.dataId)).toBe(g.input("v", { shape: [2, 3], type: "float32" }));
    expect(held.inputFor({})).toBeUndefined();
    held.release();
  });

  it("notices new variables, whatever their names", () => {
    tf.variable(tf.scalar(0), true, "old");
    const g = new GraphBuilder();
    const held = hold(g);
    const made = ["7", "new"].map((name) => tf.variable(tf.scalar(1), true, name));
    made.forEach((variable, i) => held.notice(variable.dataId, g.scalar(i)));
    held.notice({}, g.scalar(5));
    held.release();
    expect(held.keepMade()).toEqual({ kept: made, computed: [] });
    expect(made.map((v) => v.dataSync()[0])).toEqual([0, 1]);
  });

  it("disposes of a new variable whose first elements were computed, and of no other", () => {
    const g = new GraphBuilder();
    const held = hold(g);
    const [known, computed] = ["known", "computed"].map((name) => tf.variable(tf.scalar(1), true, name));
    held.notice(known.dataId, g.scalar(4));
    held.notice(computed.dataId, g.node("Neg", [g.scalar(1)], { shape: [], type: "float32" }));
    held.release();
    expect(held.keepMade()).toEqual({ kept: [known], computed: ["computed"] });
    expect(known.dataSync()[0]).toBe(4);
    expect(computed.isDisposed).toBe(true);
  });
});
