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
