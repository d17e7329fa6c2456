import { beforeAll, expect, it } from "vitest";
import { signedLog } from "../../../../src/models/epns/nets/signedLog.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { tf } from "../../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-cpu"));

it("is sign(a) log(1 + |a|)", () => {
  const a = [-1e6, -1, -1e-3, 0, 1e-3, 2, 1e6];
  tf.tidy(() => signedLog(tf.tensor(a)).dataSync().forEach((value, i) => expect(value).toBeCloseTo(Math.sign(a[i]) * Math.log1p(Math.abs(a[i])), 5)));
});
