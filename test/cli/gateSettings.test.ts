import { expect, test } from "vitest";
import { GATE_CASES, gateSettings, measureWords } from "../../src/cli/gateSettings.js";
import { runOf } from "../harness/records.js";
import { scoresOf } from "../leaderboard/gate/scores.js";

const verdicts = runOf();
const scores = scoresOf([], { run: { ...scoresOf([]).run, seed: 3, tier: "standard", backend: "tfjs-wasm" } });

test("without records: the defaults, and what is asked for", () => {
  expect(gateSettings({ jobs: "2" }, undefined)).toEqual({ settings: { seed: "0", tier: "smoke", alpha: "0.00001", jobs: "2" }, blocks: { cases: GATE_CASES, reserved: "gate" } });
  const asked = { jobs: "1", seed: "4", tier: "full", alpha: "1e-3", backend: "tfjs-cpu", filter: "a", cases: "7", json: true } as const;
  expect(gateSettings(asked, undefined)).toEqual({ settings: { seed: "4", tier: "full", alpha: "1e-3", backend: "tfjs-cpu", filter: "a", jobs: "1", json: true }, blocks: { cases: 7, reserved: "gate" } });
});

test("as the base was run; saying the same is fine", () => {
  const base = { verdicts: null, scores };
  const as = { settings: { seed: "3", tier: "standard", alpha: "0.00001", backend: "tfjs-wasm", jobs: "2" }, blocks: { cases: scores.cases, reserved: "r1" } };
  expect(gateSettings({ jobs: "2" }, base)).toEqual(as);
  expect(gateSettings({ jobs: "2", seed: "3", tier: "standard", backend: "tfjs-wasm", cases: "4e3" }, base).blocks).toEqual(as.blocks);
});

test.each([
  [{ tier: "smoke" }, "the base has tier standard, asked is smoke"],
  [{ seed: "0" }, "the base has seed 3, asked is 0"],
  [{ backend: "tfjs-cpu" }, "the base has backend tfjs-wasm, asked is tfjs-cpu"],
  [{ cases: "5" }, "the base has cases 4000, asked is 5"],
])("%j is refused", (asked, message) => {
  expect(() => gateSettings({ jobs: "1", ...asked }, { verdicts: null, scores })).toThrow(message);
});

test("theorems alone may be compared under another seed, but not at another α", () => {
  expect(gateSettings({ jobs: "1", seed: "9" }, { verdicts, scores: null }).settings.seed).toBe("9");
  expect(() => gateSettings({ jobs: "1", alpha: "0.01" }, { verdicts, scores: null })).toThrow("the base has alpha 0.00001, asked is 0.01");
  for (const alpha of ["0.25", "x"]) expect(() => gateSettings({ jobs: "1", alpha }, undefined)).toThrow(`alpha must be below 1/4 at a gate, got "${alpha}"`);
});

test("a commit is measured with the same words", () => {
  const how = gateSettings({ jobs: "2", filter: "a b" }, undefined);
  const words = ["--seed", "0", "--tier", "smoke", "--alpha", "0.00001", "--jobs", "2", "--filter", "a b", "--cases", "12000", "--reserved", "gate"];
  expect(measureWords(how, undefined)).toEqual(words);
  expect(measureWords(how, "boards")).toEqual([...words, "--only", "boards"]);
});
