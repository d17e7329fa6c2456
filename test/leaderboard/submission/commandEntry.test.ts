import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { classFormat } from "../../../src/leaderboard/submission/classFormat.js";
import { commandEntry } from "../../../src/leaderboard/submission/commandEntry.js";
import { Key } from "../../../src/random/key.js";

/** What a Node program answers that maps every line. */
async function answers(rule: string): Promise<unknown> {
  const program = `const lines = require("fs").readFileSync(0, "utf8").trim().split("\\n").map((line) => JSON.parse(line)); ${rule}`;
  const about = { command: [process.execPath, "-e", program], folder: tmpdir(), format: classFormat(2), limits: { seconds: 30, megabytes: 8192 } };
  const predictor = await commandEntry<number[]>(about).prepare({ key: Key.root(0), tier: "smoke" });
  return predictor.predict([[1], [0], [1]]);
}

test("a question a line, an answer a line, in any order", async () => {
  const rule = 'for (const { case: i, x } of lines.reverse()) console.log(JSON.stringify({ case: i, prediction: x[0] }))';
  expect(await answers(rule)).toEqual([1, 0, 1]);
});

test.each([
  ["answers too few", "console.log('{\"case\":0,\"prediction\":1}')", "case 1 is not answered"],
  ["answers nonsense", "console.log('hello')", "line 1 is not JSON"],
  ["answers NaN", "console.log('{\"case\":0,\"prediction\":NaN}')", "line 1 is not JSON"],
  ["answers nothing", "", "case 0 is not answered: there must be 3 predictions"],
  ["floods", "for (;;) require('fs').writeSync(1, 'x'.repeat(65536))", "the command printed more than"],
])("one that %s is refused", async (_, rule, why) => {
  await expect(answers(rule)).rejects.toThrow(why);
});
