import { describe, expect, it } from "vitest";
import { featureRows, rowTable } from "../../../src/models/sgnn/featureRows.js";

describe("featureRows", () => {
  it("puts rows one after the other", () => {
    const rows = featureRows([1, 2], (x) => [x, -x]);
    expect(rows).toEqual({ data: Float64Array.of(1, -1, 2, -2), width: 2 });
  });

  it("names the item whose row is not finite, empty, or of another width", () => {
    expect(() => featureRows([1, NaN], (x) => [x])).toThrow("features of item 1 must be 1 finite numbers, got [NaN]");
    expect(() => featureRows([1, 2], (x) => new Array<number>(x).fill(0))).toThrow("features of item 1 must be 1");
    expect(() => featureRows([1], () => [])).toThrow("features of item 0");
    expect(() => featureRows([1], (x) => [x], 2, "target")).toThrow("target of item 0 must be 2 finite numbers, got [1]");
  });
});

describe("rowTable", () => {
  it("has the rows that were added, and names the one that is none by its place", () => {
    const table = rowTable(3, "features");
    table.add([1, 2]);
    table.add(Float64Array.of(3, 4));
    expect(() => table.add([5, Infinity])).toThrow(new RangeError("features of item 2 must be 2 finite numbers, got [5, Infinity]"));
    expect(() => table.add([5])).toThrow("features of item 2");
    expect(table.rows()).toEqual({ data: Float64Array.of(1, 2, 3, 4), width: 2 });
  });
});
