import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { openTerminal } from "../../src/cli/terminal.js";
import { theoremOf } from "../harness/records.js";

/** A stream that is a terminal or not, and what was written to it. */
function stream(isTTY: boolean): { stream: NodeJS.WriteStream; written: () => string } {
  const through = Object.assign(new PassThrough(), { isTTY, columns: 80, rows: 24, getColorDepth: () => 8, hasColors: () => true });
  let text = "";
  through.on("data", (chunk: Buffer) => (text += chunk.toString()));
  return { stream: through as unknown as NodeJS.WriteStream, written: () => text };
}

test("plain lines where there is no terminal", () => {
  const { stream: plain, written } = stream(false);
  const terminal = openTerminal(plain);
  terminal.print(["begin"]);
  terminal.started("coin");
  terminal.printed("from a spec\n\n");
  terminal.ended("coin", theoremOf());
  terminal.close();
  expect(written()).toMatch(/^begin\nfrom a spec\nupheld {7}coin {2}\(1\.2 s\)\n {2}✓ heads /);
  expect(written()).not.toContain("\u001b");
});

test("a terminal shows what is running until it has ended", () => {
  const { stream: tty, written } = stream(true);
  const terminal = openTerminal(tty);
  terminal.started("coin");
  expect(written()).toMatch(/running {6}coin {2}\(0 s\)/);
  terminal.ended("coin", theoremOf());
  expect(written()).toContain("coin  (1.2 s)\n");
  const before = written().split("running").length;
  terminal.print(["end"]);
  terminal.close();
  expect(written().split("running")).toHaveLength(before);
});

const news = (step: number, model = "net") => ({ model, step, steps: 1000, loss: 0.5 });

test("a training has a line for every tenth where there is no terminal, and for each model anew", () => {
  const { stream: plain, written } = stream(false);
  const terminal = openTerminal(plain);
  terminal.started("board");
  for (const step of [50, 100, 150, 350, 380, 1000]) terminal.advanced("board", news(step));
  for (const step of [50, 100]) terminal.advanced("board", news(step, "other"));
  terminal.advanced("board", news(50, "other"));
  terminal.advanced("board", news(100, "other"));
  terminal.close();
  const line = (step: number, model = "net"): string => `board: ${model}: step ${step} of 1000 (${step / 10} %), loss 0.5\n`;
  expect(written()).toBe([line(100), line(350), line(1000), line(100, "other"), line(100, "other")].join(""));
});

test("a terminal has the latest step in the line of what is running", () => {
  const { stream: tty, written } = stream(true);
  const terminal = openTerminal(tty);
  terminal.started("board");
  terminal.advanced("board", news(50));
  terminal.advanced("board", news(110));
  terminal.close();
  expect(written()).toMatch(/running {6}board {2}\(0 s\) {2}net: step 110 of 1000 \(11 %\), loss 0\.5/);
  expect(written().split("\n").filter((line) => line.startsWith("board:"))).toEqual([]);
});
