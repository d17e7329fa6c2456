import { Command } from "commander";
import { expect, test } from "vitest";
import { type BoardOptions, boardSettings, withBoardOptions } from "../../src/cli/boardOptions.js";
import { UsageError } from "../../src/cli/usageError.js";
import { DEFAULT_SETTINGS } from "../../src/harness/settings.js";

const parsed = (...words: string[]): BoardOptions => withBoardOptions(new Command()).parse(words, { from: "user" }).opts<BoardOptions>();

test("without options: the cases of the standard tier, as in the reference record", () => {
  expect(boardSettings(parsed())).toEqual({ ...DEFAULT_SETTINGS, tier: "standard" });
});

test("options become settings; board files are a list", () => {
  const options = parsed("--boards", "a.board.ts", "b.board.ts", "--seed", "7", "--tier", "smoke", "--json");
  expect([boardSettings(options), options.boards, options.json]).toEqual([{ ...DEFAULT_SETTINGS, seed: 7 }, ["a.board.ts", "b.board.ts"], true]);
});

test("what is outside its domain is a usage error", () => {
  for (const words of [["--tier", "tiny"], ["--seed", "-1"], ["--backend", "gpu"]]) expect(() => boardSettings(parsed(...words))).toThrow(UsageError);
});
