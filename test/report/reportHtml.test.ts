import { expect, it } from "vitest";
import { drawPicture } from "../../src/report/pictures/drawPicture.js";
import { reportHtml } from "../../src/report/reportHtml.js";
import { runOf, theoremOf } from "../harness/records.js";
import { boardOf, leaderboardOf } from "../leaderboard/records.js";
import { curves, lattices } from "./pictures/pictureOf.js";

const pictures = {
  schema: "simverdict/pictures@1" as const,
  run: { seed: 3, version: "0.1.0", backend: "tfjs-cpu", command: "npm run pictures" },
  pictures: [lattices({ id: "cells" }), curves({ id: "scores", caption: "a < b" })],
};

it("shows verdicts, boards and pictures, and links to each", () => {
  const html = reportHtml({ verdicts: runOf(), boards: leaderboardOf({ boards: [boardOf()] }), pictures });
  for (const id of ["verdicts", "leaderboards", "pictures", "cells", "scores"]) expect(html.split(`id="${id}"`)).toHaveLength(2);
  for (const id of ["verdicts", "leaderboards", "pictures"]) expect(html).toContain(`<a href="#${id}">`);
  expect(html).toContain(drawPicture(pictures.pictures[0]));
  expect(html).toContain("<figcaption>a &lt; b</figcaption>");
  expect(html).toContain("<code>npm run pictures</code>");
});

it("needs nothing else: no script, and nothing that is loaded", () => {
  const html = reportHtml({ verdicts: runOf(), pictures });
  expect(html).not.toMatch(/<script|<link|<img|@import|url\(|src=/);
});

it("leaves out what is not there, and says what it was told", () => {
  const html = reportHtml({ notes: ["Left out: x < y."] });
  expect(html).toContain("<p>Left out: x &lt; y.</p>");
  expect(html).not.toMatch(/<h1|<figure|undefined/);
});

it("text of records stays text", () => {
  const html = reportHtml({ verdicts: runOf({ theorems: [theoremOf({ title: "<script>alert(1)</script>", statement: "<img src=x>" })] }) });
  expect(html).not.toMatch(/<script|<img/);
});
