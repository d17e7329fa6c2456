import { expect, it } from "vitest";
import { cellBatch } from "../../../../src/models/epns/cells/cellBatch.js";

const of = (cells: number, size: number): number => cellBatch({ types: { length: cells + 1 }, ids: { length: size * size } });

it("is 16 on small lattices, and fewer the more sites and cells there are, down to one", () => {
  expect([of(8, 24), of(24, 48), of(64, 100), of(500, 500)]).toEqual([16, 4, 1, 1]);
});
