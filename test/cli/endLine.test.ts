import { join } from "node:path";
import { expect, test } from "vitest";
import { endLine } from "../../src/cli/endLine.js";

test("says how long a run took, where its record is, and on which backend its nets ran", () => {
  const file = join(process.cwd(), "out", "verdicts.json");
  expect(endLine({ durationMs: 1960, backend: null }, file)).toBe(`2.0 s; record in ${join("out", "verdicts.json")}`);
  expect(endLine({ durationMs: 1960, backend: "onnx-native" }, file)).toBe(`2.0 s on onnx-native; record in ${join("out", "verdicts.json")}`);
});
