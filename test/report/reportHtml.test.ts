import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { leaderboardRecord } from "../../src/leaderboard/record.js";
import { drawPicture } from "../../src/report/pictures/drawPicture.js";
import { dynamicsCurves } from "../../src/report/pictures/dynamicsCurves.js";
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

it("says of pictures of another run that they are, and which run it was", () => {
  const html = reportHtml({ verdicts: runOf(), examples: pictures });
  expect(html).toContain("<p>Not of this run, but of the one that comes with simverdict. Seed 3, simverdict 0.1.0, backend tfjs-cpu; made by <code>npm run pictures</code>.</p>");
  expect(html).toContain('<a href="#pictures">');
  expect(html).toContain(drawPicture(pictures.pictures[0]));
});

it("draws boards of stochastic dynamics as curves, without other pictures too", () => {
  const boards = leaderboardRecord.parse(JSON.parse(readFileSync(new URL("../../results/reference/leaderboard.json", import.meta.url), "utf8")));
  const html = reportHtml({ boards });
  expect(html).toContain('<h1 id="pictures">');
  for (const curve of dynamicsCurves(boards)) expect(html).toContain(`<figure id="${curve.id}">\n${drawPicture(curve)}`);
  expect(reportHtml({ boards: leaderboardOf({ boards: [boardOf()] }) })).not.toContain('id="pictures"');
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
