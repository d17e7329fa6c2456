import { expect, test } from "vitest";
import { csvPredictions } from "../../../src/leaderboard/submission/csvPredictions.js";
import { bytesOf } from "./files.js";

const read = (text: string, shapes: number[][] = [[], [2]]) => csvPredictions(bytesOf(text), { cases: 2, format: { title: "numbers", shapes } });

test("one column makes numbers, more make rows", () => {
  expect(read("case,prediction\n1,1\n0,0\n")).toEqual([0, 1]);
  expect(read("case,p0,p1\n0,0.25,7.5e-1\r\n1,.5,+5.E-1\n")).toEqual([[0.25, 0.75], [0.5, 0.5]]);
  expect(read("case,p0\n0,1\n1,2\n", [[1]])).toEqual([[1], [2]]);
});

test.each([
  ["", "case 0 is not answered"],
  ["0,1\n1,1\n", 'line 1: the head must be "case,prediction" or "case,p0,p1,…"'],
  ["case\n0\n1\n", "the head must be"],
  ["case,p\n0,1,2\n", "line 2 has 3 columns, its head 2"],
  ["case,p\n0,nan\n", 'line 2: "nan" is not a finite number'],
  ["case,p\n0,\n", 'line 2: "" is not a finite number'],
  ["case,p\n0,0x1\n", '"0x1" is not a finite number'],
  ["case,p\n0,1e999\n", "got Infinity"],
  ['case,p\n"0",1\n', "is not a finite number"],
  ["case,a,b,c\n0,1,1,1\n", "a prediction is numbers, in finite numbers; got [1,1,1]"],
])("%j", (text, why) => expect(() => read(text)).toThrow(why));
