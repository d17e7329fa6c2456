import { expect, it } from "vitest";
import { ratioPlot } from "../../src/report/ratioPlot.js";
import { errorRatioOf } from "./errorRatioOf.js";

it("draws every ratio with its interval and the Bayes rule's at their places, from 0 at 350 to 1.25 at 730", () => {
  const svg = ratioPlot([errorRatioOf({ ratio: 0.625, lower: 0.5, upper: 0.75, bayes: 0.25 })]);
  expect(svg).toContain('<path d="M502 43H578" stroke="#1f5fa8" stroke-width="2"/><circle cx="540" cy="43" r="3.5"');
  expect(svg).toContain('<path d="M426 37V49" stroke="#555555"');
  expect(svg).toContain(">0.5</text>");
});

it("names a task once, parts tasks by a gap, and escapes names", () => {
  const svg = ratioPlot([errorRatioOf(), errorRatioOf({ rival: "a < b & c", bayes: null }), errorRatioOf({ task: "y" })]);
  expect(svg.match(/>x<\/text>/g)).toHaveLength(1);
  expect(Array.from(svg.matchAll(/<circle cx="426" cy="(\d+)"/g), ([, y]) => y)).toEqual(["43", "61", "87"]);
  expect(svg).toContain('fill="#b35c00">a &lt; b &amp; c</text>');
});

it("keeps within its frame, also without an upper end, and where there is nothing to draw", () => {
  expect(ratioPlot([errorRatioOf({ ratio: 2, lower: 1.3, upper: Infinity })])).toContain('<path d="M730 43H730"');
  expect(ratioPlot([])).toMatch(/^<svg [^>]*height="\d+" [^]*<\/svg>\n$/);
  expect(ratioPlot([])).not.toMatch(/NaN|Infinity|undefined/);
});
