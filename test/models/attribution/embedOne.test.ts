import { expect, test } from "vitest";
import { embedOne } from "../../../src/models/attribution/embedOne.js";

const by = { mean: Float64Array.of(1, 2), scale: Float64Array.of(2, 4) };
const as = (...row: number[]) => ({ embed: () => [Float64Array.from(row)] });

test("an observation comes in standard units", () => {
  expect([...embedOne(as(3, 4), 0, by)]).toEqual([1, 0.5]);
});

test("an embedding of another width, not finite, or missing is refused", () => {
  const refused = (net: { embed: () => Float64Array[] }, got: string): void =>
    expect(() => embedOne(net, 0, by)).toThrow(new RangeError(`the embedding of x must be 2 finite numbers, got [${got}]`));
  refused(as(1), "1");
  refused(as(1, NaN), "1, NaN");
  refused({ embed: () => [] }, "undefined");
});
