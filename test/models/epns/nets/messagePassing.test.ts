import { beforeAll, expect, it } from "vitest";
import { messagePassing } from "../../../../src/models/epns/nets/messagePassing.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { upload } from "../../../../src/nn/hostTensor.js";
import { tf } from "../../../../src/nn/tf.js";
import { Key } from "../../../../src/random/key.js";
import { normal } from "../../../../src/random/normal.js";

beforeAll(() => selectBackend("tfjs-cpu"));

const net = messagePassing("m", { nodes: 3, edges: 2, hidden: 4, rounds: 2 });
const draw = (shape: number[], label: string): tf.Tensor => {
  const stream = Key.root(1).fold(label).stream();
  return tf.tensor(Array.from({ length: shape.reduce((a, b) => a * b) }, () => normal(stream)), shape);
};

it("gives a state for each node and a message for each pair, and permutes with the nodes", () => {
  tf.tidy(() => {
    const p = upload(net.init(Key.root(0)));
    const [nodes, edges] = [draw([1, 3, 3], "nodes"), draw([1, 3, 3, 2], "edges")];
    const order = tf.tensor1d([2, 0, 1], "int32");
    const plain = net.apply(p, nodes, edges);
    expect(plain.nodes.shape).toEqual([1, 3, 4]);
    expect(plain.messages.shape).toEqual([1, 3, 3, 4]);
    const permuted = net.apply(p, tf.gather(nodes, order, 1), tf.gather(tf.gather(edges, order, 1), order, 2));
    // float32 sums of a few numbers of order 1, in another order
    expect(tf.max(tf.abs(tf.sub(permuted.nodes, tf.gather(plain.nodes, order, 1)))).dataSync()[0]).toBeLessThan(1e-5);
    // what another node says arrives
    const other = net.apply(p, tf.add(nodes, [[[0], [0], [1]]]), edges);
    expect(Math.abs(other.nodes.dataSync()[0] - plain.nodes.dataSync()[0])).toBeGreaterThan(1e-4);
  });
});

it("refuses a number of rounds that is no integer >= 1", () => {
  expect(() => messagePassing("m", { nodes: 1, edges: 1, hidden: 1, rounds: 0 })).toThrow(new RangeError("rounds of m must be an integer >= 1, got 0"));
});
