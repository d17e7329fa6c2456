import { availableParallelism } from "node:os";
import { Command } from "commander";
import { expect, test } from "vitest";
import { jobsOf, settingsOf, type SpecOptions, withAlpha, withJunit, withSpecOptions } from "../../src/cli/runOptions.js";
import { UsageError } from "../../src/cli/usageError.js";
import { DEFAULT_SETTINGS } from "../../src/harness/settings.js";

const parsed = (...words: string[]): SpecOptions => withAlpha(withSpecOptions(new Command())).parse(words, { from: "user" }).opts<SpecOptions>();

test("without options: the default settings, and as many jobs as cores", () => {
  expect(settingsOf(parsed(), "verify")).toEqual(DEFAULT_SETTINGS);
  expect(jobsOf(parsed())).toBe(availableParallelism());
  expect(parsed().json).toBeUndefined();
});

test("options become settings", () => {
  const options = parsed("a.ts", "--seed", "7", "--tier", "full", "--alpha", ".01", "--jobs", "3", "--filter", "x", "--json");
  expect(settingsOf(options, "falsify")).toEqual({ seed: 7, tier: "full", alpha: 0.01, mode: "falsify" });
  expect([jobsOf(options), options.filter, options.json]).toEqual([3, "x", true]);
});

test("--junit names a file, and is left out by default", () => {
  const junit = (...words: string[]): unknown => withJunit(new Command()).parse(words, { from: "user" }).opts().junit;
  expect([junit(), junit("--junit", "a.xml")]).toEqual([undefined, "a.xml"]);
});

test("what is outside its domain is a usage error", () => {
  expect(() => settingsOf(parsed("--seed", "-1"), "verify")).toThrow(UsageError);
  for (const jobs of ["0", "-1", "1.5", "", "two", "Infinity"]) {
    expect(() => jobsOf(parsed("--jobs", jobs))).toThrow(new UsageError(`jobs must be a positive integer, got "${jobs}"`));
  }
});

test("a backend whose package is missing is refused at once, with what to install", () => {
  const refusal = "backend tensorflow needs the optional package @tensorflow/tfjs-node, which is not installed: npm install @tensorflow/tfjs-node --ignore-scripts=false";
  expect(() => settingsOf(parsed("--backend", "tensorflow"), "verify")).toThrow(new UsageError(refusal));
  for (const backend of ["onnx-native", "onnx-wasm", "tfjs-wasm", "tfjs-cpu"]) {
    expect(settingsOf(parsed("--backend", backend), "verify")).toEqual(DEFAULT_SETTINGS);
  }
});
