import { expect, it } from "vitest";
import { fanPicture } from "../../../src/report/pictures/fanPicture.js";
import { drawnSvg, outside } from "./drawnSvg.js";
import { fans } from "./pictureOf.js";

it("draws the first fan as areas and the second as lines, with both axes and a legend", () => {
  const drawing = drawnSvg(fanPicture(fans()));
  const paths = drawing.all("path").map(({ attributes }) => attributes);
  // each twice: in the panel and in the legend
  expect(paths.filter(({ fill }) => fill !== "none")).toHaveLength(4);
  expect(paths.filter((attributes) => attributes["stroke-dasharray"] !== undefined)).toHaveLength(4);
  expect(drawing.texts).toEqual(expect.arrayContaining(["K", "t / time", "K / energy", "simulator: median, 50 % and 90 % of rollouts", "model: median, 50 % and 90 % of rollouts"]));
  expect(outside(drawing)).toEqual([]);
});

it("a fan that ends early ends early, one alone has a legend of its own", () => {
  const [panel] = fans().panels;
  const median = drawnSvg(fanPicture(fans())).all("path").map(({ attributes }) => attributes).find(({ stroke }) => stroke === "#a33c00")!;
  expect(median.d.match(/L/g)).toHaveLength(4); // two lines of three points
  expect(drawnSvg(fanPicture(fans({ panels: [{ ...panel, fans: [panel.fans[0]] }] }))).texts.filter((text) => text.includes("median"))).toHaveLength(1);
});

it("refuses numbers that are not finite, and fans of another shape", () => {
  const [panel] = fans().panels;
  const draw = (lines: number[][]) => () => fanPicture(fans({ panels: [{ ...panel, fans: [{ name: "m", lines }] }] }));
  expect(draw([[1], [1], [NaN], [1], [1]])).toThrow(new RangeError("K must hold finite numbers, got NaN at 2"));
  expect(draw([[1], [1]])).toThrow(new RangeError("K: a fan must have 5 lines, got 2 of m"));
  expect(draw([1, 2, 3, 4, 5].map(() => [1, 2, 3, 4, 5]))).toThrow(new RangeError("K: lines of m must hold 1 to 4 values each, as many in each, got 5"));
  expect(draw([[1], [1], [], [1], [1]])).toThrow(RangeError);
});
