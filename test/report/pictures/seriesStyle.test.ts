import { expect, it } from "vitest";
import { legend, LINE, lineOf, seriesStyle } from "../../../src/report/pictures/seriesStyle.js";

it("six series differ in colour, in dash and in mark, each of which alone tells them apart", () => {
  const styles = Array.from({ length: 6 }, (_, i) => seriesStyle(i));
  for (const part of ["colour", "dash", "mark"] as const) expect(new Set(styles.map((style) => style[part])).size).toBe(6);
  expect(seriesStyle(6)).toEqual(seriesStyle(0));
  expect(lineOf(seriesStyle(0))).not.toContain("dasharray");
  expect(lineOf(seriesStyle(1))).toContain(`stroke-dasharray="${seriesStyle(1).dash}"`);
});

it("colours have a contrast of at least 3 to 1 with white, as WCAG 2.1 asks of graphics (1.4.11)", () => {
  const channel = (hex: string): number => {
    const c = parseInt(hex, 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  for (let i = 0; i < 6; i++) {
    const [r, g, b] = [1, 3, 5].map((at) => channel(seriesStyle(i).colour.slice(at, at + 2)));
    expect(1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05), `series ${i}`).toBeGreaterThanOrEqual(3);
  }
});

it("a legend goes on in the next line where it would leave its width", () => {
  const sample = (x: number, y: number): string[] => [`${x} ${y}`];
  const entries = ["first", "second", "third"].map((name) => ({ name, sample }));
  expect(legend(entries, [10, 20], 1000)).toMatchObject({ lines: 1 });
  const { elements, lines } = legend(entries, [10, 20], 120);
  expect(lines).toBe(3);
  expect(elements.filter((_, i) => i % 2 === 0)).toEqual(["10 20", `10 ${20 + LINE}`, `10 ${20 + 2 * LINE}`]);
});
