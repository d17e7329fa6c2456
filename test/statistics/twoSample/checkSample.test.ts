import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { checkRows, checkSample } from "../../../src/statistics/twoSample/checkSample.js";
import { provenance, reference } from "./reference.js";

test("accepts finite data of the size asked for", () => {
  expect(() => checkSample("x", [0, -1], 2)).not.toThrow();
  expect(() => checkRows({ x: [[0, 1]], y: [Float64Array.of(2, 3)] })).not.toThrow();
});

test("names what is wrong, and where", () => {
  expect(() => checkSample("x", [])).toThrow("x must hold at least 1 values, got 0");
  expect(() => checkSample("y", [0, NaN])).toThrow("y[1] must be finite, got NaN");
  expect(() => checkSample("y", [Infinity])).toThrow("y[0] must be finite, got Infinity");
  expect(() => checkRows({ x: [[0]] }, 2)).toThrow("x must hold at least 2 rows, got 1");
  expect(() => checkRows({ x: [[0]], y: [[0, 1]] })).toThrow("y[0] must have 1 coordinates like the first row, got 2");
  expect(() => checkRows({ x: [[0, 1]], y: [[0, NaN]] })).toThrow("y[0][1] must be finite, got NaN");
  expect(() => checkRows({ x: [[]] })).toThrow("x[0] must hold at least 1 values, got 0");
});

test("the reference samples are the ones whose checksum was recorded", () => {
  expect(createHash("sha256").update(JSON.stringify(reference)).digest("hex")).toBe(provenance.sha256);
  expect(() => checkRows({ x: reference.x, y: reference.y })).not.toThrow();
});
