import { styleText } from "node:util";
import { createLogUpdate } from "log-update";
import type { TheoremRecord } from "../harness/record.js";
import type { Verdict } from "../harness/verdict.js";
import { trainingLine, type TrainingNews } from "../leaderboard/trainingNews.js";
import { theoremLines } from "../report/verdictText.js";
import type { Progress } from "./progress.js";

const COLOR = { upheld: "green", refuted: "red", inconclusive: "yellow", invalid: "magenta" } as const;

/** Progress of a run on one output stream. */
export interface Terminal extends Progress {
  /** Prints lines below everything so far. */
  print(lines: readonly string[]): void;
  /** Shows how far a training has come. */
  advanced(id: string, news: TrainingNews): void;
  /** Takes the live table away; nothing is drawn afterwards. */
  close(): void;
}

/** What is running: since when, and how far its training has come. */
interface Running {
  readonly since: number;
  readonly news?: TrainingNews;
}

/**
 * Shows a run: a live table of what is running on a terminal, plain lines elsewhere.
 *
 * Of a training that goes on, the table has the latest step, and elsewhere there is a line for every tenth of it.
 *
 * @param stream standard output, or standard error when standard output carries JSON
 * @returns the terminal; colours follow the stream and `NO_COLOR`
 */
export function openTerminal(stream: NodeJS.WriteStream): Terminal {
  const paint = (verdict: Verdict, text: string): string =>
    styleText(COLOR[verdict], text, { stream, validateStream: true });
  const running = new Map<string, Running>();
  let done = 0;
  const live = stream.isTTY ? createLogUpdate(stream) : undefined;
  const draw = (): void => {
    const rows = [...running].map(([id, { since, news }]) => {
      const seconds = ((Date.now() - since) / 1000).toFixed(0);
      return `running      ${id}  (${seconds} s)${news === undefined ? "" : `  ${trainingLine(news)}`}`;
    });
    if (rows.length > 0) live?.([...rows, `             ${rows.length} running, ${done} done`].join("\n"));
    else live?.clear();
  };
  const timer = live && setInterval(draw, 500);
  timer?.unref();
  const print = (lines: readonly string[]): void => {
    if (lines.length === 0) return;
    live?.clear();
    stream.write(`${lines.join("\n")}\n`);
    draw();
  };
  return {
    print,
    started(id: string) {
      running.set(id, { since: Date.now() });
      draw();
    },
    advanced(id: string, news: TrainingNews) {
      const { since, news: before } = running.get(id) ?? { since: Date.now() };
      running.set(id, { since, news });
      if (live) draw();
      else if (tenths(news) > (before?.model === news.model && before.step < news.step ? tenths(before) : 0)) print([`${id}: ${trainingLine(news)}`]);
    },
    ended(id: string, record?: TheoremRecord) {
      running.delete(id);
      done++;
      if (record === undefined) draw();
      else print(theoremLines(record, paint));
    },
    printed: (text) => print([text.trimEnd()]),
    close() {
      clearInterval(timer);
      running.clear();
      live?.clear();
      live?.done();
    },
  };
}

/** Whole tenths of a training that are done. */
const tenths = ({ step, steps }: TrainingNews): number => Math.floor((10 * step) / steps);
