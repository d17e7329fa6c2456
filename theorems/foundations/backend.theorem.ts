import fc from "fast-check";
import { forAll, Key, normal, selectBackend, tf, theorem } from "simverdict";
import { BINARY, UNARY } from "./elementwise-kernels.js";
import { agrees, denseGradients, type Matrices, matrix, product, rectified, reference, softmax, transposed, UNIT } from "./float64-loops.js";
import { biasByPlace, type Fault, halfPrecision, ignoringTransposition, lowestByte, maximumFromZero, type Run, unshiftedSoftmax, withFaults } from "./kernel-faults.js";
import { maxPooling, placesOf } from "./max-pooling.js";

/** Kernels of the backend in use, and how a falsifier breaks them. */
interface World {
  readonly faults: Readonly<Record<string, Fault>>;
}

const RUNS = { smoke: 300, standard: 3_000 };

const extent = fc.integer({ min: 1, max: 24 });
const side = fc.integer({ min: 3, max: 9 });
const seed = fc.nat();
const product2 = { m: extent, k: extent, n: extent, transposeA: fc.boolean(), transposeB: fc.boolean(), seed };

/** Standard normal float32 numbers, times a scale. */
const reals = (seed: number, label: string, length: number, scale = 1): Float32Array => {
  const stream = Key.root(seed).fold(label).stream();
  return Float32Array.from({ length }, () => normal(stream, 0, scale));
};
/** Integers from −3 to 3, whose products and sums float32 holds exactly. */
const integers = (seed: number, label: string, length: number): Float32Array => {
  const stream = Key.root(seed).fold(label).stream();
  return Float32Array.from({ length }, () => Math.floor(7 * stream.uniform()) - 3);
};

/** The operand as it is stored: with rows for columns where the product is told to transpose it. */
const stored = (operand: Matrices, isTransposed: boolean): Matrices => (isTransposed ? transposed(operand) : operand);
const tensor = ({ values, rows, columns }: Matrices): tf.Tensor2D => tf.tensor2d(values, [rows, columns]);
const tensors = (m: Matrices): tf.Tensor3D => tf.tensor3d(m.values, [m.batch, m.rows, m.columns]);
const evaluated = (run: Run, f: () => tf.Tensor): Float32Array => run(() => tf.tidy(() => f().dataSync<"float32">().slice()));

theorem("foundations/backend", {
  title: "Every kernel that the nets use agrees with float64 loops",
  statement: "|kernel − loop| stays within the rounding error of float32, for random shapes, values and transpositions",
  source: { cite: "Higham 2002, Accuracy and stability of numerical algorithms", where: "section 3.1: γ_n = n·u/(1 − n·u) for sums and products" },
  assumptions: ["the backend rounds to nearest in float32 (u = 2⁻²⁴)", "no intermediate result overflows or underflows"],
  claims: {
    "mat-mul": forAll(fc.record({ ...product2, batches: fc.constantFrom([1, 1], [3, 3], [1, 3], [3, 1]) }), {
      of: "op(A)·op(B) of batches of matrices, one of them perhaps shared",
      because: "a dot product of k terms in any order is off by γ_{k+1} Σ|a b| at most",
      runs: RUNS,
      holds: ({ m, k, n, transposeA, transposeB, batches, seed }, run: Run) => {
        const a = matrix(reals(seed, "a", batches[0] * m * k), m, k, batches[0]);
        const b = matrix(reals(seed, "b", batches[1] * k * n), k, n, batches[1]);
        const found = (): tf.Tensor =>
          batches.every((size) => size === 1)
            ? tf.matMul(tensor(stored(a, transposeA)), tensor(stored(b, transposeB)), transposeA, transposeB)
            : tf.matMul(tensors(stored(a, transposeA)), tensors(stored(b, transposeB)), transposeA, transposeB);
        return agrees(evaluated(run, found), product(a, b));
      },
    }),
    "fused-mat-mul": forAll(fc.record({ ...product2, activation: fc.constantFrom("linear" as const, "relu" as const) }), {
      of: "activation(op(A)·op(B) + bias) in one kernel",
      because: "one rounding more than a dot product; a rectifier moves no two numbers apart",
      runs: RUNS,
      holds: ({ m, k, n, transposeA, transposeB, activation, seed }, run: Run) => {
        const [a, b] = [matrix(reals(seed, "a", m * k), m, k), matrix(reals(seed, "b", k * n), k, n)];
        const bias = reals(seed, "bias", n);
        const exact = product(a, b, bias);
        const found = (): tf.Tensor =>
          tf.fused.matMul({
            a: tensor(stored(a, transposeA)),
            b: tensor(stored(b, transposeB)),
            transposeA,
            transposeB,
            bias: tf.tensor1d(bias),
            activation,
          });
        return agrees(evaluated(run, found), activation === "relu" ? rectified(exact) : exact);
      },
    }),
    "dense-gradients": forAll(fc.record({ m: extent, k: extent, n: extent, fused: fc.boolean(), seed }), {
      of: "gradients of Σ c ⊙ relu(x W + b) by x, W and b",
      because: "with integers from −3 to 3 float32 is exact, so nothing may differ; the gradient at 0 is 0",
      runs: RUNS,
      holds: ({ m, k, n, fused, seed }, run: Run) => {
        const [x, w] = [matrix(integers(seed, "x", m * k), m, k), matrix(integers(seed, "w", k * n), k, n)];
        const [bias, c] = [integers(seed, "bias", n), integers(seed, "c", m * n)];
        const layer = (x: tf.Tensor2D, w: tf.Tensor2D, b: tf.Tensor): tf.Tensor =>
          fused ? tf.fused.matMul({ a: x, b: w, bias: b, activation: "relu" }) : tf.relu(tf.add(tf.matMul(x, w), b));
        const gradient = (i: number) => (): tf.Tensor =>
          tf.grads((x, w, b) => tf.sum(tf.mul(tf.tensor2d(c, [m, n]), layer(x as tf.Tensor2D, w as tf.Tensor2D, b))))([
            tensor(x),
            tensor(w),
            tf.tensor1d(bias),
          ])[i];
        return denseGradients(x, w, bias, c).every((exact, i) => agrees(evaluated(run, gradient(i)), exact));
      },
    }),
    elementwise: forAll(
      fc.record({ m: extent, n: extent, other: fc.constantFrom("full", "row", "scalar"), op: fc.constantFrom(...Object.keys(UNARY), ...Object.keys(BINARY)), seed }),
      {
        of: "sums, products, quotients and squared differences with a matrix, a row or a scalar; relu, neg, abs, square, sqrt",
        because: "at most three roundings, each a factor 1 ± u",
        runs: RUNS,
        holds: ({ m, n, other, op, seed }, run: Run) => {
          const shape = { full: [m, n], row: [n], scalar: [] }[other];
          const [x, y] = [reals(seed, "x", m * n), reals(seed, "y", shape.reduce((size, d) => size * d, 1))];
          const found = (): tf.Tensor => {
            const left = tf.tensor2d(x, [m, n]);
            return op in UNARY ? UNARY[op][0](left) : BINARY[op][0](left, tf.tensor(y, shape));
          };
          const exact = reference(m * n, (i) => {
            const value = op in UNARY ? UNARY[op][1](x[i]) : BINARY[op][1](x[i], y[i % y.length]);
            return [value, 4 * UNIT * Math.abs(value)];
          });
          return agrees(evaluated(run, found), exact);
        },
      },
    ),
    reductions: forAll(fc.record({ m: extent, n: extent, axis: fc.constantFrom(0, 1), op: fc.constantFrom("sum" as const, "mean" as const, "max" as const), seed }), {
      of: "sum, mean and largest entry over the rows or the columns of a matrix",
      because: "a sum of n terms in any order is off by γ_{n−1} Σ|x| at most, a mean by two roundings more; a maximum is exact",
      runs: RUNS,
      holds: ({ m, n, axis, op, seed }, run: Run) => {
        const x = matrix(reals(seed, "x", m * n), m, n);
        const lines = axis === 1 ? x : transposed(x);
        const size = lines.columns;
        const exact = reference(lines.rows, (i) => {
          const line = Array.from({ length: size }, (_, j) => lines.values[i * size + j]);
          if (op === "max") return [Math.max(...line), 0];
          const [sum, magnitude] = line.reduce(([s, t], v) => [s + v, t + Math.abs(v)], [0, 0]);
          const count = op === "mean" ? size : 1;
          return [sum / count, ((size + 2) * UNIT * magnitude) / count];
        });
        return agrees(evaluated(run, () => tf[op](tensor(x), axis)), exact);
      },
    }),
    softmax: forAll(fc.record({ m: extent, n: extent, scale: fc.constantFrom(1, 10, 100), log: fc.boolean(), seed }), {
      of: "softmax and log-softmax of the rows of a matrix of logits, up to some hundreds",
      because: "the shift x − max is off by u|x − max|, the sum by γ_n, and exp and log by 8 units in the last place at most",
      runs: RUNS,
      holds: ({ m, n, scale, log, seed }, run: Run) => {
        const x = reals(seed, "x", m * n, scale);
        const found = (): tf.Tensor => (log ? tf.logSoftmax : tf.softmax)(tf.tensor2d(x, [m, n]));
        return agrees(evaluated(run, found), softmax(x, n, log));
      },
    }),
    "max-pooling": forAll(
      fc.record({ height: side, width: side, channels: fc.integer({ min: 1, max: 3 }), window: fc.constantFrom(2, 3), stride: fc.constantFrom(1, 2), isPadded: fc.boolean(), seed }),
      {
        of: "the largest number of every window of an image, and the gradient of Σ c ⊙ largest by the image",
        because: "a maximum is exact, and so are sums of integers c from −3 to 3; each goes to the first of the largest numbers",
        runs: RUNS,
        holds: ({ seed, ...windows }, run: Run) => {
          const shape = [1, windows.height, windows.width, windows.channels] as const;
          const x = reals(seed, "x", shape.reduce((size, d) => size * d));
          const c = integers(seed, "c", placesOf(windows).length);
          const pool = (x: tf.Tensor): tf.Tensor => tf.maxPool(x as tf.Tensor4D, windows.window, windows.stride, windows.isPadded ? "same" : "valid");
          const [largest, gradient] = maxPooling(x, c, windows);
          const found = (): tf.Tensor => {
            const y = pool(tf.tensor(x, [...shape]));
            return tf.grad((x) => tf.sum(tf.mul(tf.tensor(c, y.shape), pool(x))))(tf.tensor(x, [...shape]));
          };
          return agrees(evaluated(run, () => pool(tf.tensor(x, [...shape]))), largest) && agrees(evaluated(run, found), gradient);
        },
      },
    ),
    truth: forAll(fc.record({ m: extent, n: extent, scale: fc.constantFrom(1, 1000), isWhole: fc.boolean(), seed }), {
      of: "the truth of numbers, as the numbers 0 and 1, by which masks multiply",
      because: "0 is false, and any other number is true",
      runs: RUNS,
      holds: ({ m, n, scale, isWhole, seed }, run: Run) => {
        const x = isWhole ? integers(seed, "x", m * n).map((k) => scale * k) : reals(seed, "x", m * n, scale);
        const found = (): tf.Tensor => tf.mul(1, tf.cast(tf.cast(tf.tensor2d(x, [m, n]), "bool"), "float32"));
        return agrees(evaluated(run, found), reference(m * n, (i) => [x[i] === 0 ? 0 : 1, 0]));
      },
    }),
  },
  budget: { smoke: { samples: 1 } },
  world: { faults: {} },
  falsifiers: {
    "fused product as shipped": {
      breaks: "the fused product: with a transposed operand it looks the bias up by an output's place in memory, not by its column",
      world: { faults: { _FusedMatMul: biasByPlace } },
      mustRefute: ["fused-mat-mul"],
      caughtInTheWild:
        "@tensorflow/tfjs-backend-wasm 4.22.0: tf.fused.matMul with transposeA or transposeB and a bias gives every row but the first the last bias (48–120 % error), without a word, while tf.matMul is right: compare aᵀ·b + bias with the cpu backend at 5×7 times 7×3",
    },
    "max-pool gradient as shipped": {
      breaks: "the gradient of max pooling: a window's largest number is looked for among the positive ones alone",
      world: { faults: { MaxPoolGrad: maximumFromZero } },
      mustRefute: ["max-pooling"],
      caughtInTheWild:
        "@tensorflow/tfjs-backend-wasm 4.22.0: the gradient of tf.maxPool starts its search for a window's largest number at std::numeric_limits<float>::min(), which is the smallest positive number and not the least one (MaxPoolGrad.cc): a window of negative numbers passes nothing back, without a word, while the forward pass is right: compare the gradient of tf.maxPool(x, 2, 2, 'valid') at x < 0 with the cpu backend",
    },
    "truth as shipped": {
      breaks: "the truth of numbers: the lowest byte of the whole part is taken for it",
      world: { faults: { Cast: lowestByte } },
      mustRefute: ["truth"],
      caughtInTheWild:
        "@tensorflow/tfjs-backend-wasm 4.22.0: tf.cast(x, 'bool') copies numbers into bytes: 0.4 and 256 become false, 2 stays 2 and −1 becomes 255, and a mask made of them multiplies by that: cast [0.4, 2, −1, 256] to bool and back to float32",
    },
    "transposition ignored": {
      breaks: "the plain product: it takes the memory of a transposed operand for that of an untransposed one; gradients multiply by transposes",
      world: { faults: { BatchMatMul: ignoringTransposition } },
      mustRefute: ["mat-mul", "dense-gradients"],
    },
    "half precision": {
      breaks: "the precision: operands are rounded to 11 bits",
      world: { faults: { BatchMatMul: halfPrecision, Mean: halfPrecision, Multiply: halfPrecision, Sum: halfPrecision } },
      mustRefute: ["mat-mul", "elementwise", "reductions"],
    },
    "unshifted softmax": {
      breaks: "the shift by the largest logit, without which e^x overflows",
      world: { faults: { Softmax: unshiftedSoftmax } },
      mustRefute: ["softmax"],
    },
  },
  prepare: async ({ faults }: World): Promise<Run> => {
    await selectBackend();
    return withFaults(faults);
  },
});
