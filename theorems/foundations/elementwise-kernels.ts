import { tf } from "simverdict";

type Unary = readonly [(x: tf.Tensor) => tf.Tensor, (x: number) => number];

/** Functions of one number: as a kernel and in float64. */
export const UNARY: Readonly<Record<string, Unary>> = {
  relu: [tf.relu, (x) => Math.max(0, x)],
  neg: [tf.neg, (x) => -x],
  abs: [tf.abs, Math.abs],
  square: [tf.square, (x) => x * x],
  sqrt: [(x) => tf.sqrt(tf.abs(x)), (x) => Math.sqrt(Math.abs(x))],
};

type Binary = readonly [(x: tf.Tensor, y: tf.Tensor) => tf.Tensor, (x: number, y: number) => number];

/** Functions of two numbers: as a kernel, which may repeat a row or a scalar, and in float64. */
export const BINARY: Readonly<Record<string, Binary>> = {
  add: [tf.add, (x, y) => x + y],
  sub: [tf.sub, (x, y) => x - y],
  mul: [tf.mul, (x, y) => x * y],
  div: [tf.div, (x, y) => x / y],
  squaredDifference: [tf.squaredDifference, (x, y) => (x - y) ** 2],
};
