import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import { contentDigest } from "../../../src/nn/checkpoint/contentDigest.js";

it("equal JSON data have one digest, different data two", () => {
  const data = fc.jsonValue({ maxDepth: 3 });
  fc.assert(
    fc.property(data, data, (a, b) => {
      expect(contentDigest(structuredClone(a))).toBe(contentDigest(a));
      expect(contentDigest(a) === contentDigest(b)).toBe(isDeepStrictEqual(a, b));
    }),
  );
});

it("the order of keys does not count, that of items does", () => {
  expect(contentDigest({ a: 1, b: { c: [2], d: 3 } })).toBe(contentDigest({ b: { d: 3, c: [2] }, a: 1 }));
  expect(contentDigest([1, 2])).not.toBe(contentDigest([2, 1]));
});

it.each([
  ["places of bounds", [["a", "b"], ["ab"]]],
  ["types", [[1], ["1"], [true], [null], [[]], [{}], []]],
  ["kinds of arrays", [[1, 2], Float32Array.of(1, 2), Float64Array.of(1, 2), Int32Array.of(1, 2), Float32Array.of(2, 1)]],
  ["numbers that JSON does not know", [NaN, Infinity, -Infinity, 0, -0, 1e300]],
  ["views", [new Float64Array(4).fill(1).subarray(1, 3), new Float64Array(4).fill(1)]],
])("tells apart: %s", (_, values) => {
  expect(new Set((values as unknown[]).map(contentDigest)).size).toBe(values.length);
});

it("takes a view for what it shows, and leaves out what has no value", () => {
  expect(contentDigest(Float32Array.of(9, 1, 2).subarray(1))).toBe(contentDigest(Float32Array.of(1, 2)));
  expect(contentDigest({ a: 1, b: undefined })).toBe(contentDigest({ a: 1 }));
});

it.each([
  [{ a: [0, () => 1] }, "content.a[1] must be plain data or a typed array, got a value of type function"],
  [{ when: new Date(0) }, "content.when must be plain data or a typed array, got a value of type Date"],
  [undefined, "content must be plain data or a typed array, got a value of type undefined"],
])("refuses what is no data", (content, message) => {
  expect(() => contentDigest(content)).toThrow(new RangeError(message));
});
