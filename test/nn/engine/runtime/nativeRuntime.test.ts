import { expect, it } from "vitest";
import { startNativeRuntime } from "../../../../src/nn/engine/runtime/nativeRuntime.js";

it("starts the native library, or says what is wrong with it", async () => {
  const start = await startNativeRuntime();
  if (start.status === "started") expect(start.runtime).toMatchObject({ name: "onnx-native", paysAfter: 100 });
  else expect(["absent", "broken"]).toContain(start.status);
});

it("is absent where the package is not installed", async () => {
  expect(await startNativeRuntime("file:///nowhere/user.js")).toEqual({ status: "absent" });
});
