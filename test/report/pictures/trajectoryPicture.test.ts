import { expect, it } from "vitest";
import { trajectoryPicture } from "../../../src/report/pictures/trajectoryPicture.js";
import { drawnSvg, outside } from "./drawnSvg.js";
import { trajectories } from "./pictureOf.js";

it("draws a path for each body of each panel, with its start, its number, titles and units", () => {
  const drawing = drawnSvg(trajectoryPicture(trajectories()));
  expect(drawing.all("path").filter(({ attributes }) => attributes["stroke-width"] === "1.6")).toHaveLength(4);
  expect(drawing.all("circle").filter(({ attributes }) => attributes.r === "3.5")).toHaveLength(4);
  expect(drawing.texts).toEqual(expect.arrayContaining(["a < b & c", "simulator", "model", "x / length", "y / length"]));
  expect(outside(drawing)).toEqual([]);
});

it("cuts a path that leaves the frame of the first panel, and numbers only bodies that end within it", () => {
  const { texts, all } = drawnSvg(trajectoryPicture(trajectories()));
  const isNumber = ({ attributes }: { attributes: Readonly<Record<string, string>> }): boolean => attributes["font-weight"] === "bold" && attributes["font-size"] === "10";
  expect(all("text").filter(isNumber).map(({ text }) => text)).toEqual(["1", "2", "1"]);
  expect(texts.filter((text) => text.startsWith("○"))).toHaveLength(1);
});

it("keeps equal lengths equal along both axes", () => {
  const bodies: [number, number][][] = [[[0, 0], [4, 1]]];
  const [path] = drawnSvg(trajectoryPicture(trajectories({ panels: [{ title: "p", bodies }] }))).all("path").filter(({ attributes }) => attributes["stroke-width"] === "1.6");
  const [, x0, y0, x1, y1] = /M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/.exec(path.attributes.d)!.map(Number);
  expect((x1 - x0) / (y0 - y1)).toBeCloseTo(4, 1);
});

it("refuses positions that are not finite, naming panel and body", () => {
  const broken = trajectories();
  broken.panels[1].bodies[1][2] = [1, NaN];
  expect(() => trajectoryPicture(broken)).toThrow(new RangeError("model, body 2 must hold finite numbers, got NaN at 5"));
  expect(() => trajectoryPicture(trajectories({ panels: [{ title: "p", bodies: [] }] }))).toThrow(RangeError);
});
