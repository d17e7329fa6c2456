import { expect, it } from "vitest";
import { latticePicture } from "../../../src/report/pictures/latticePicture.js";
import { drawnSvg, outside, placesOf } from "./drawnSvg.js";
import { lattices } from "./pictureOf.js";

const LIGHT = "#f6d98f";

it("draws light cells, dark cells and borders of every lattice, and says where a rollout ended", () => {
  const drawing = drawnSvg(latticePicture(lattices()));
  const filled = drawing.all("path").filter(({ attributes }) => attributes.fill !== "none");
  expect(filled).toHaveLength(6);
  expect(drawing.all("path")).toHaveLength(9);
  expect(drawing.texts).toEqual(expect.arrayContaining(["t = 0", "t = 1", "simulator", "model", "ended", "medium", "light cell", "dark cell"]));
  expect(drawing.texts.filter((text) => text === "ended")).toHaveLength(1);
  expect(outside(drawing)).toEqual([]);
});

it("sites of one type in a row are one rectangle, at their place", () => {
  const { all } = drawnSvg(latticePicture(lattices()));
  const [first, second] = all("path").filter(({ attributes }) => attributes.fill === LIGHT);
  const width = (d: string): number => Math.max(...placesOf(d).map(([x]) => x)) - Math.min(...placesOf(d).map(([x]) => x));
  expect(first.attributes.d.match(/M/g)).toHaveLength(1);
  expect(width(second.attributes.d) / width(first.attributes.d)).toBe(1.5);
});

it("borders run between different ids, also of one type, and not along the frame", () => {
  const twins = lattices({ columns: ["t"], rows: [{ title: "r", types: [0, 1, 1], lattices: [[1, 1, 1, 2, 2, 2, 2, 2, 2]] }] });
  const border = drawnSvg(latticePicture(twins)).all("path").find(({ attributes }) => attributes.fill === "none")!;
  expect(border.attributes.d).toMatch(/^M[\d.]+ [\d.]+h120$/);
});

it("one id everywhere has no border, and no path is empty", () => {
  const plain = lattices({ columns: ["t"], rows: [{ title: "r", types: [0], lattices: [new Array<number>(9).fill(0)] }] });
  expect(drawnSvg(latticePicture(plain)).all("path")).toHaveLength(0);
});

it("refuses a lattice of another shape and an id without a type, saying where", () => {
  const row = lattices().rows[0];
  const draw = (ids: number[]) => () => latticePicture(lattices({ rows: [{ ...row, lattices: [ids] }] }));
  expect(draw([1, 2])).toThrow(new RangeError("simulator, t = 0: ids must have shape [3, 3], got 2 numbers"));
  expect(draw([1, 2, 3, 0, 0, 0, 0, 0, 0])).toThrow(new RangeError("simulator, t = 0: ids must have a type in [0, 2], got id 3 at site 2"));
  expect(draw([1, NaN, 0, 0, 0, 0, 0, 0, 0])).toThrow(/got id NaN at site 1/);
});
