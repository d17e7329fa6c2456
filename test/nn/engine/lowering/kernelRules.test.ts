import { expect, it } from "vitest";
import { KERNEL_RULES } from "../../../../src/nn/engine/lowering/kernelRules.js";
import { tf } from "../../../../src/nn/tf.js";

it("rules are for kernels that the reference backend has, under the same names", () => {
  const known = tf.getKernelsForBackend("cpu").map(({ kernelName }) => kernelName);
  expect(Object.keys(KERNEL_RULES).filter((name) => !known.includes(name))).toEqual([]);
});

it("no two families have a rule for the same kernel", async () => {
  const families = await Promise.all([
    import("../../../../src/nn/engine/lowering/elementwise.js"), import("../../../../src/nn/engine/lowering/activation.js"),
    import("../../../../src/nn/engine/lowering/comparison.js"), import("../../../../src/nn/engine/lowering/matrix.js"),
    import("../../../../src/nn/engine/lowering/reductions.js"), import("../../../../src/nn/engine/lowering/shape.js"),
    import("../../../../src/nn/engine/lowering/indexing.js"), import("../../../../src/nn/engine/lowering/normalisation.js"),
    import("../../../../src/nn/engine/lowering/pooling.js"), import("../../../../src/nn/engine/lowering/convolution.js"),
  ]);
  const tables = families.flatMap((module) => Object.values(module as Record<string, unknown>).filter((value) => typeof value === "object"));
  const total = tables.reduce<number>((sum, table) => sum + Object.keys(table as object).length, 0);
  expect(Object.keys(KERNEL_RULES)).toHaveLength(total);
});
