import { expect, test } from "vitest";
import { gateSuites } from "../../src/report/gateSuites.js";
import { junitXml } from "../../src/report/junitXml.js";
import { gateOf, lostOf, rowFindingOf } from "../leaderboard/gate/gates.js";
import { parseXml } from "./xml.js";

const shape = (record: Parameters<typeof gateSuites>[0]) => gateSuites(record).map(({ name, cases }) => [name, cases.map((one) => [one.name, one.problem?.kind ?? null])]);

test("a suite for the theorems, also where none differs, one for every task, one for every file that failed", () => {
  expect(shape(gateOf())).toEqual([["gate: theorems", [["theorems", null]]]]);
  const rows = [rowFindingOf(), rowFindingOf({ model: "rule", verdict: "identical", public: null, confirmation: null }), rowFindingOf({ task: "toy/bit", verdict: "undecided" })];
  expect(shape(gateOf({ failures: [{ file: "a.ts", message: "no net" }], theorems: [lostOf(), lostOf({ verdict: "mended" })], rows }))).toEqual([
    ["a.ts", [["loads and runs", "error"]]],
    ["gate: theorems", [["sgnn/coin claim heads", "failure"], ["sgnn/coin claim heads", null]]],
    ["gate: epidemic/tight", [["SGNN, error", "failure"], ["rule, error", null]]],
    ["gate: toy/bit", [["SGNN, error", null]]],
  ]);
});

test("is JUnit XML with the base among the properties", () => {
  const xml = parseXml(junitXml(gateSuites(gateOf({ rows: [rowFindingOf()] })), "2026-01-01T00:00:00.000Z"));
  expect(xml.attributes).toMatchObject({ tests: "2", failures: "1" });
  expect(xml.children[0].children[0].children.map(({ attributes: { name } }) => name)).toEqual(["tier", "seed", "version", "alpha", "base", "baseHash"]);
});
