import { expect, it } from "vitest";
import { startNativeRuntime } from "../../../../src/nn/engine/runtime/nativeRuntime.js";
import { missing, titled } from "../../missingBackend.js";

it.skipIf(missing("onnx-native"))(titled("starts the native library", "onnx-native"), async () => {
  const start = await startNativeRuntime();
  expect(start).toMatchObject({ status: "started", runtime: { name: "onnx-native", paysAfter: 100 } });
});

it("is absent where the package is not installed", async () => {
  expect(await startNativeRuntime("file:///nowhere/user.js")).toEqual({ status: "absent" });
});
