import { expect, test } from "vitest";
import { textLines } from "../../../src/leaderboard/submission/textLines.js";
import { bytesOf } from "./files.js";

test("lines keep their numbers; empty ones, line ends and a byte order mark are left out", () => {
  expect([...textLines(bytesOf("\ufeffa\r\n\n  b \nσ"))]).toEqual([{ number: 1, text: "a" }, { number: 3, text: "b" }, { number: 4, text: "σ" }]);
  expect([...textLines(new Uint8Array())]).toEqual([]);
});

test("a line that is too long or not UTF-8 is refused, with its number", () => {
  expect(() => [...textLines(bytesOf(`a\n${"b".repeat(11)}`), 10)]).toThrow("line 2 takes 11 bytes, more than 10");
  expect(() => [...textLines(Uint8Array.of(97, 10, 0xff))]).toThrow("line 2 is not UTF-8");
});
