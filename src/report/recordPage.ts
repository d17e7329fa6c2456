import type { VerdictsRecord } from "../harness/record.js";
import type { LeaderboardRecord } from "../leaderboard/record.js";
import { boardNotes } from "./boardNotes.js";
import { boardTable } from "./leaderboardMarkdown.js";
import { duelBlock } from "./duelBlock.js";
import { errorRatios } from "./errorRatios.js";
import { fillMarkers } from "./fillMarkers.js";
import type { CurvePicture, PicturesRecord } from "./pictures/picturesRecord.js";
import { plainMarkdown } from "./plainMarkdown.js";
import { ratiosBlock } from "./ratiosBlock.js";
import { theoremsBlock } from "./theoremsBlock.js";

/** The records that a page shows. */
export interface PageRecords {
  readonly verdicts: VerdictsRecord;
  readonly boards: LeaderboardRecord;
  readonly pictures?: PicturesRecord;
  /** Boards of their own on which two models compete. */
  readonly duels?: LeaderboardRecord;
  /** Pictures of the boards. */
  readonly curves?: readonly CurvePicture[];
}

/** What may stand between a pair of markers, by the word that the markers begin with. */
const BLOCKS: Readonly<Record<string, (records: PageRecords, of: string) => string>> = {
  theorems: ({ verdicts }, folder) => theoremsBlock(verdicts, folder),
  ratios: ({ boards }, family) => ratiosBlock(errorRatios(boards, family)),
  boards: ({ boards }, family) => boardsOf(boards, family),
  duel: ({ boards }, of) => duelBlock(boards, of),
  "own-duel": ({ boards, duels }, of) => duelBlock(duels ?? { ...boards, boards: [] }, of),
  run: (records) => runsOf(records),
  picture: ({ pictures, curves }, id) => pictureOf(pictures, curves, id),
};

/**
 * A page written by hand, with what records say between its markers.
 *
 * `<!-- theorems: sgnn/x -->` … `<!-- /theorems: sgnn/x -->` take the verdicts in that folder, `ratios:` and `boards:` the
 * boards whose task begins so, `duel:` two models against each other (`own-duel:` on boards of their own), `picture:` the picture of that id, from a file beside
 * the page, `run` what identifies the runs.
 *
 * @param page the page, in Markdown
 * @param records the runs to show
 * @returns the page, everything between markers written anew
 * @throws RangeError if a marker has no counterpart, or names nothing of the above
 */
export function recordPage(page: string, records: PageRecords): string {
  const names = Array.from(page.matchAll(/^<!-- ([^/].*) -->$/gm), ([, name]) => name);
  return names.reduce((text, name) => {
    const [word, of = ""] = name.split(": ");
    if (!Object.hasOwn(BLOCKS, word)) throw new RangeError(`a marker must begin with ${Object.keys(BLOCKS).join(", ")}, got ${name}`);
    return fillMarkers(text, name, BLOCKS[word](records, of));
  }, page);
}

/** Boards with all their rows. */
function boardsOf({ boards }: LeaderboardRecord, family: string): string {
  const found = boards.filter(({ task }) => task.id.startsWith(family));
  if (found.length === 0) return `Boards of \`${family}\`: not in the reference records.`;
  return [
    ...found.flatMap((board) => [`**${plainMarkdown(board.id)}**: ${plainMarkdown(board.metric.title)} (${board.metric.direction} is better)`, "", ...boardTable(board), ""]),
    ...boardNotes(found),
  ].join("\n");
}

/** The picture's file, and below it what it shows. */
function pictureOf(record: PicturesRecord | undefined, curves: readonly CurvePicture[] | undefined, id: string): string {
  const shown = ({ title, caption }: PicturesRecord["pictures"][number], origin: string): string => `![${plainMarkdown(title)}](${id}.svg)\n\n${plainMarkdown(caption)} ${origin}`;
  const curve = curves?.find((one) => one.id === id);
  if (curve !== undefined) return shown(curve, "Drawn from the reference records.");
  const picture = record?.pictures.find((one) => one.id === id);
  if (record === undefined || picture === undefined) return `Picture \`${id}\`: not in the record of pictures.`;
  const { seed, backend, command } = record.run;
  return shown(picture, `Made by \`${command}\` (seed ${seed}, backend ${backend ?? "none"}).`);
}

function runsOf({ verdicts: { run }, boards }: PageRecords): string {
  const identity = ({ tier, seed, version, backend }: LeaderboardRecord["run"]): string =>
    `tier ${tier}, seed ${seed}, simverdict ${version}, backend ${backend ?? "none"}`;
  return `Theorems: ${identity(run)}, α = ${run.alpha} per verdict. Boards: ${identity(boards.run)}.`;
}
