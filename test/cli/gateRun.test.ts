import { expect, test } from "vitest";
import { gateRun, type GateRun, splitPatterns } from "../../src/cli/gateRun.js";
import { inSpecs } from "./inSpecs.js";

inSpecs();

test("files that end in .board.ts are boards, all others theorems; none stands for the package's own of both", () => {
  expect(splitPatterns([])).toEqual({ theorems: [], boards: [] });
  expect(splitPatterns(["a/**/*.ts"])).toEqual({ theorems: ["a/**/*.ts"], boards: undefined });
  expect(splitPatterns(["b.board.ts", "a.theorem.ts"])).toEqual({ theorems: ["a.theorem.ts"], boards: ["b.board.ts"] });
});

const about = (filter: string | undefined, allowNone: boolean, patterns = ["upheld.theorem.ts", "boards/sound.board.ts"]): GateRun => ({
  patterns,
  options: { seed: "0", tier: "smoke", alpha: "0.001", jobs: "1", ...(filter === undefined ? {} : { filter }) },
  blocks: { cases: 20, reserved: "r" },
  theorems: true,
  boards: true,
  allowNone,
  stream: process.stderr,
});

test("a filter may leave none of one kind, but not of both; without one, a file that is not there is an error", async () => {
  const { verdicts, scores } = await gateRun(about("sound", false));
  expect([verdicts, scores?.tasks.map(({ task }) => task.id)]).toEqual([null, ["sound"]]);
  await expect(gateRun(about("zzz", false))).rejects.toThrow('nothing matches --filter "zzz"; there are sound');
  await expect(gateRun(about(undefined, false, ["none.theorem.ts"]))).rejects.toThrow('no spec file matches "none.theorem.ts"');
});

test("where that is allowed, a kind without a file is left out, but not both", async () => {
  const { verdicts, scores } = await gateRun(about(undefined, true, ["none.theorem.ts", "boards/sound.board.ts"]));
  expect([verdicts, scores?.tasks.length]).toEqual([null, 1]);
  await expect(gateRun(about(undefined, true, ["none.theorem.ts", "none.board.ts"]))).rejects.toThrow('no spec file matches "none.board.ts"');
});
