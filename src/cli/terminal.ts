import { styleText } from "node:util";
import { createLogUpdate } from "log-update";
import type { TheoremRecord } from "../harness/record.js";
import type { Verdict } from "../harness/verdict.js";
import { theoremLines } from "../report/verdictText.js";
import type { Progress } from "./runSpecs.js";

const COLOR = { upheld: "green", refuted: "red", inconclusive: "yellow", invalid: "magenta" } as const;

/** Progress of a run on one output stream. */
export interface Terminal extends Progress {
  /** Prints lines below everything so far. */
  print(lines: readonly string[]): void;
  /** Takes the live table away; nothing is drawn afterwards. */
  close(): void;
}

/**
 * Shows a run: a live table of what is running on a terminal, plain lines elsewhere.
 *
 * @param stream standard output, or standard error when standard output carries JSON
 * @returns the terminal; colours follow the stream and `NO_COLOR`
 */
export function openTerminal(stream: NodeJS.WriteStream): Terminal {
  const paint = (verdict: Verdict, text: string): string =>
    styleText(COLOR[verdict], text, { stream, validateStream: true });
  const running = new Map<string, number>();
  let done = 0;
  const live = stream.isTTY ? createLogUpdate(stream) : undefined;
  const draw = (): void => {
    const rows = [...running].map(([id, since]) => `running      ${id}  (${((Date.now() - since) / 1000).toFixed(0)} s)`);
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
      running.set(id, Date.now());
      draw();
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
