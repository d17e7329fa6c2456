import { expect, test } from "vitest";
import { gateAnnotations } from "../../src/report/gateAnnotations.js";
import { rowFindingText } from "../../src/report/gateText.js";
import { gateOf, lostOf, rowFindingOf } from "../leaderboard/gate/gates.js";

const place = { file: "claims/coin.theorem.ts", line: 3 };

test("nothing to say where nothing got worse", () => {
  const rows = (["identical", "pass", "undecided", "new"] as const).map((verdict) => rowFindingOf({ verdict, confirmation: null }));
  expect(gateAnnotations(gateOf({ rows, theorems: [lostOf({ verdict: "mended" })] }), () => place)).toEqual([]);
});

test("an error for what fails, a warning for what was not confirmed", () => {
  const record = gateOf({
    failures: [{ file: "a.ts", message: "no net" }, { file: "(outside any spec file)", message: "lost" }],
    theorems: [lostOf(), lostOf({ part: "theorem", verdict: "removed", after: null }), lostOf({ verdict: "unconfirmed" })],
    rows: [rowFindingOf(), rowFindingOf({ verdict: "unconfirmed" })],
  });
  const found = gateAnnotations(record, ({ id, file }) => ({ file: `${id} ${file}`, line: 3 }));
  expect(found.map(({ level, place: at, title }) => [level, at?.file ?? null, title])).toEqual([
    ["error", "a.ts", "a.ts failed"],
    ["error", null, "(outside any spec file) failed"],
    ["error", "sgnn/coin claims/coin.theorem.ts", "sgnn/coin claim heads: lost"],
    ["error", "sgnn/coin claims/coin.theorem.ts", "sgnn/coin: removed"],
    ["warning", "sgnn/coin claims/coin.theorem.ts", "sgnn/coin claim heads: unconfirmed"],
    ["error", null, "SGNN on epidemic/tight, error: fail"],
    ["warning", null, "SGNN on epidemic/tight, error: unconfirmed"],
  ]);
  expect(found[5].message).toBe(rowFindingText(record.rows[0]));
});
