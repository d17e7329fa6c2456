import { beforeAll, expect, it } from "vitest";
import { silu } from "../../../../src/models/epns/nets/silu.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { tf } from "../../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-cpu"));

it("is z / (1 + e^(−z))", () => {
  const z = [-3, 0, 0.5, 10];
  tf.tidy(() => silu(tf.tensor(z)).dataSync().forEach((value, i) => expect(value).toBeCloseTo(z[i] / (1 + Math.exp(-z[i])), 5)));
});
