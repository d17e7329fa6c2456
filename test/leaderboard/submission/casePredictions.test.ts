import { expect, test } from "vitest";
import { casePredictions } from "../../../src/leaderboard/submission/casePredictions.js";

const format = { title: "a class or 2 probabilities", shapes: [[], [2]] };
const ordered = (answers: [unknown, unknown][], cases = 2) =>
  casePredictions(answers.map(([index, prediction], i) => ({ line: i + 1, case: index, prediction })), { cases, format });

test("answers are put in the order of the cases", () => {
  expect(ordered([[1, [0.5, 0.5]], [0, 1]])).toEqual([1, [0.5, 0.5]]);
});

test.each<[string, [unknown, unknown][], string]>([
  ["missing", [[0, 1]], "case 1 is not answered: there must be 2 predictions"],
  ["twice", [[0, 1], [0, 1]], "line 2: case 0 is answered twice"],
  ["unknown", [[2, 1]], "line 1: the case must be an integer in [0, 2), got 2"],
  ["negative", [[-1, 1]], "got -1"],
  ["a text", [["0", 1]], 'got "0"'],
  ["__proto__", [["__proto__", 1]], 'got "__proto__"'],
  ["half a case", [[0.5, 1]], "got 0.5"],
])("a case that is %s", (_, answers, why) => expect(() => ordered(answers)).toThrow(why));

test.each([NaN, Infinity, null, "1", true, undefined, [0.5], [0.5, 0.5, 0], [0.5, null], [[0.5, 0.5]], { 0: 1 }, []])("the prediction %j", (prediction) => {
  expect(() => ordered([[0, prediction]])).toThrow("line 1: a prediction is a class or 2 probabilities, in finite numbers; got");
});

test("what was wrong is shown in 60 characters", () => {
  expect(() => ordered([[0, "x".repeat(1000)]])).toThrow(/got "x{59}…$/);
});
