import { expect, test } from "vitest";
import { jsonLinesPredictions } from "../../../src/leaderboard/submission/jsonLinesPredictions.js";
import { bytesOf } from "./files.js";

const read = (text: string) => jsonLinesPredictions(bytesOf(text), { cases: 2, format: { title: "a class", shapes: [[]] } });

test("a line for every case", () => {
  expect(read('{"prediction": 1, "case": 1}\n{"case": 0, "prediction": 0}\n')).toEqual([0, 1]);
});

test.each([
  ["{", "line 1 is not JSON (which has no NaN or Infinity)"],
  ['{"case": 0, "prediction": NaN}', "line 1 is not JSON"],
  ["[0, 1]", 'line 1 must be {"case": …, "prediction": …} and nothing more'],
  ["null", "line 1 must be"],
  ['{"case": 0}', "line 1 must be"],
  ['{"case": 0, "prediction": 1, "more": 1}', "line 1 must be"],
  ['{"__proto__": 0, "prediction": 1}', "line 1 must be"],
  ['{"case": 0, "prediction": 1e999}', "got Infinity"],
  ["", "case 0 is not answered"],
])("%s", (text, why) => expect(() => read(text)).toThrow(why));
