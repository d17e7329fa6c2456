import { expect, it } from "vitest";
import { linearAxis } from "../../../src/report/pictures/axis.js";
import { panelFrame, panelGrid } from "../../../src/report/pictures/panelFrame.js";
import { svgDocument } from "../../../src/report/pictures/svgDocument.js";
import { drawnSvg } from "./drawnSvg.js";

it("panels stand row by row, apart from one another and within the drawing", () => {
  const { plots, size } = panelGrid(5, { columns: 3, width: 100, height: 80, below: 20 });
  expect(new Set(plots.map(({ left }) => left)).size).toBe(3);
  expect(new Set(plots.map(({ top }) => top)).size).toBe(2);
  for (const { left, top, width, height } of plots) {
    expect([left > 0, top > 0, left + width < size[0], top + height < size[1] - 20]).toEqual([true, true, true, true]);
    expect(plots.filter((other) => Math.abs(other.left - left) < width && Math.abs(other.top - top) < height)).toHaveLength(1);
  }
  expect(panelGrid(2, { columns: 3, width: 100, height: 80, below: 0 }).size[0]).toBeLessThan(size[0]);
});

it("a frame has its title, both labels, and a text and a grid line at every tick", () => {
  const plot = { left: 50, top: 30, width: 100, height: 80 };
  const [x, y] = [linearAxis("t / s", [0, 10], [50, 150]), linearAxis("K / J", [0, 1], [110, 30])];
  const { texts, all } = drawnSvg(svgDocument("d", [200, 150], panelFrame(plot, "panel", x, y)));
  expect(texts).toEqual(["d", "panel", ...x.ticks.map(({ text }) => text), ...y.ticks.map(({ text }) => text), "t / s", "K / J"]);
  expect(all("path")[0].attributes.d.match(/M/g)).toHaveLength(x.ticks.length + y.ticks.length);
});
