import { expect, it } from "vitest";
import { curvePicture } from "../../../src/report/pictures/curvePicture.js";
import { drawnSvg, outside } from "./drawnSvg.js";
import { curves } from "./pictureOf.js";

it("draws a line, marks and intervals for every series, and explains each once", () => {
  const drawing = drawnSvg(curvePicture(curves()));
  const own = drawing.all("path").map(({ attributes }) => attributes);
  expect(own.filter((attributes) => attributes["stroke-width"] === "1.6")).toHaveLength(4); // and in the legend
  const bars = own.filter((attributes) => attributes["stroke-width"] === "1.2");
  expect(bars.map(({ d }) => d.match(/V/g)?.length)).toEqual([3]);
  expect(drawing.texts).toEqual(expect.arrayContaining(["score", "trajectories", "nats per body", "5", "20", "80", "EPNS", "floor"]));
  expect(outside(drawing)).toEqual([]);
});

it("a series keeps its look in every panel, and several at one place stand apart", () => {
  const [panel] = curves().panels;
  const { all } = drawnSvg(curvePicture(curves({ panels: [panel, { ...panel, series: [panel.series[1]] }] })));
  const lines = all("path").map(({ attributes }) => attributes).filter((attributes) => attributes["stroke-width"] === "1.6");
  expect(lines.slice(0, 3).map(({ stroke }) => stroke)).toEqual([lines[0].stroke, lines[1].stroke, lines[1].stroke]);
  const starts = lines.slice(0, 2).map(({ d }) => Number(/^M([\d.]+)/.exec(d)![1]));
  expect(starts[1] - starts[0]).toBe(3);
});

it("refuses numbers that are not finite, in points and in intervals, and logarithms of what has none", () => {
  const [panel] = curves().panels;
  const draw = (point: object) => () => curvePicture(curves({ panels: [{ ...panel, series: [{ name: "s", points: [{ x: 5, y: 1, lower: null, upper: null, ...point }] }] }] }));
  expect(draw({ y: NaN })).toThrow(new RangeError("score must hold finite numbers, got NaN at 0"));
  expect(draw({ lower: 0, upper: Infinity })).toThrow(new RangeError("score must hold finite numbers, got Infinity at 2"));
  expect(draw({ x: 0 })).toThrow(new RangeError("trajectories must be positive on a logarithmic axis, got 0"));
  expect(draw({ x: NaN })).toThrow(RangeError);
});
