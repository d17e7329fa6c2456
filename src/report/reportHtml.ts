import type { VerdictsRecord } from "../harness/record.js";
import type { LeaderboardRecord } from "../leaderboard/record.js";
import { leaderboardMarkdown } from "./leaderboardMarkdown.js";
import { markdownHtml } from "./markdownHtml.js";
import { drawPicture } from "./pictures/drawPicture.js";
import { dynamicsCurves } from "./pictures/dynamicsCurves.js";
import type { Picture, PicturesRecord } from "./pictures/picturesRecord.js";
import { verdictsMarkdown } from "./verdictsMarkdown.js";
import { xmlText } from "./xmlText.js";

/** The records that a page shows; one that is not there has no part on the page. */
export interface ReportRecords {
  readonly verdicts?: VerdictsRecord | undefined;
  readonly boards?: LeaderboardRecord | undefined;
  readonly pictures?: PicturesRecord | undefined;
  /** Pictures of another run, which shows what the records are about; the page says so. */
  readonly examples?: PicturesRecord | undefined;
  /** What the reader has to know of these records. */
  readonly notes?: readonly string[];
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 76rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
nav { margin: .5rem 0 1.5rem; }
nav a { margin-right: 1.2rem; }
h1 { margin-top: 2.5rem; border-bottom: 1px solid #8888; }
h2 { margin-top: 2rem; }
h3 { margin-top: 1.8rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: .6rem 0; font-size: .87rem; }
th, td { border: 1px solid #8886; padding: .25rem .55rem; text-align: left; vertical-align: top; }
th { background: #8882; }
code { background: #8882; padding: 0 .25rem; border-radius: 3px; overflow-wrap: anywhere; }
blockquote { margin: .6rem 0; padding: .1rem 1rem; border-left: 3px solid #8888; }
figure { margin: 1.5rem 0; }
figure svg { max-width: 100%; height: auto; border: 1px solid #8884; }
figcaption { max-width: 60rem; }
`;

/**
 * Verdicts, boards and pictures of a folder as one page that needs nothing else: no script, no font, no network.
 *
 * Boards of stochastic dynamics are shown as curves too.
 *
 * @param records what there is to show
 * @returns HTML, a whole document
 * @throws RangeError naming what cannot be drawn of a picture
 */
export function reportHtml({ verdicts, boards, pictures, examples, notes = [] }: ReportRecords): string {
  const shown = [
    ...(boards === undefined ? [] : figures("<p>Drawn from the leaderboards of this run.</p>", dynamicsCurves(boards))),
    ...(pictures === undefined ? [] : figures(`<p>${originOf(pictures)}</p>`, pictures.pictures)),
    ...(examples === undefined ? [] : figures(`<p>Not of this run, but of the one that comes with simverdict. ${originOf(examples)}</p>`, examples.pictures)),
  ];
  const parts = [
    ...(verdicts === undefined ? [] : [{ id: "verdicts", name: "Verdicts", html: markdownHtml(verdictsMarkdown(verdicts)) }]),
    ...(boards === undefined ? [] : [{ id: "leaderboards", name: "Leaderboards", html: markdownHtml(leaderboardMarkdown(boards)) }]),
    ...(shown.length === 0 ? [] : [{ id: "pictures", name: "Pictures", html: ['<h1 id="pictures">Pictures</h1>', ...shown, ""].join("\n") }]),
  ];
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    "<title>simverdict report</title>",
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    `<nav>${parts.map(({ id, name }) => `<a href="#${id}">${name}</a>`).join("")}</nav>`,
    ...notes.map((note) => `<p>${xmlText(note)}</p>`),
    ...parts.map(({ html }) => html),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** Where pictures come from, and the pictures; nothing if there are none. */
function figures(origin: string, pictures: readonly Picture[]): string[] {
  if (pictures.length === 0) return [];
  return [origin, ...pictures.map((picture) => `<figure id="${picture.id}">\n${drawPicture(picture)}<figcaption>${xmlText(picture.caption)}</figcaption>\n</figure>`)];
}

function originOf({ run: { seed, version, backend, command } }: PicturesRecord): string {
  return `Seed ${seed}, simverdict ${xmlText(version)}, backend ${xmlText(backend ?? "none")}; made by <code>${xmlText(command)}</code>.`;
}
