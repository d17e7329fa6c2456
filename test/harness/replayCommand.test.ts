import { expect, test } from "vitest";
import { replayCommand } from "../../src/harness/replayCommand.js";
import { DEFAULT_SETTINGS } from "../../src/harness/settings.js";

test("names everything that the numbers depend on", () => {
  expect(replayCommand("a/b", DEFAULT_SETTINGS, null, null)).toBe(
    "npx simverdict verify --filter 'a/b$' --seed 0 --tier smoke --alpha 0.00001",
  );
  expect(replayCommand("a/b", { seed: 7, tier: "full", alpha: 1e-9, mode: "falsify" }, "tfjs-wasm", "claims/b.theorem.ts")).toBe(
    "npx simverdict falsify --filter 'a/b$' --seed 7 --tier full --alpha 1e-9 --backend tfjs-wasm 'claims/b.theorem.ts'",
  );
  expect(replayCommand("a/b", DEFAULT_SETTINGS, "tfjs-wasm", null, "my model.ts")).toBe(
    "npx simverdict verify --filter 'a/b$' --seed 0 --tier smoke --alpha 0.00001 --backend tfjs-wasm --model 'my model.ts'",
  );
});
