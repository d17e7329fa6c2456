import { expect, it } from "vitest";
import { svgDocument, svgText } from "../../../src/report/pictures/svgDocument.js";
import { drawnSvg } from "./drawnSvg.js";

it("a drawing is a white card with its title, for readers of the screen and of the file", () => {
  const { root, all, texts } = drawnSvg(svgDocument("K < U & more", [100, 50], ['<path d="M0 0"/>']));
  expect(root.attributes).toMatchObject({ xmlns: "http://www.w3.org/2000/svg", width: "100", height: "78", viewBox: "0 0 100 78", role: "img" });
  expect(all("title")[0].text).toBe("K < U & more");
  expect(texts).toEqual(["K < U & more"]);
  expect(all("rect")[0].attributes).toEqual({ width: "100", height: "78", fill: "#ffffff" });
});

it("a text says how it stands, and cannot break out of its element", () => {
  const { name, attributes, text } = drawnSvg(svgText([3, 4], '</text><script>"', { anchor: "end", bold: true, upwards: true, size: 9 })).root;
  expect([name, text]).toEqual(["text", '</text><script>"']);
  expect(attributes).toMatchObject({ x: "3", y: "4", "text-anchor": "end", "font-weight": "bold", "font-size": "9", transform: "rotate(-90 3 4)" });
});
