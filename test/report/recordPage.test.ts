import { expect, it } from "vitest";
import { recordPage } from "../../src/report/recordPage.js";
import { runOf, theoremOf } from "../harness/records.js";
import { boardOf, leaderboardOf, pairOf, rowOf } from "../leaderboard/records.js";
import { fans } from "./pictures/pictureOf.js";

const task = { id: "pick/x", version: 1, hash: "00" };
const rows = [rowOf({ model: "SGNN", score: 0.125, lower: 0.1, upper: 0.15 }), rowOf({ model: "AIC", score: 0.5, lower: 0.4, upper: 0.6, rank: [2, 2] })];
const records = {
  verdicts: runOf({ theorems: [theoremOf({ id: "a/b" })] }),
  boards: leaderboardOf({ boards: [boardOf({ id: "pick/x/error", task, rows, paired: [] })] }),
};
const marked = (name: string): string => `Text.\n\n<!-- ${name} -->\nstale\n<!-- /${name} -->\n\nMore.\n`;

it("fills every marker with what the records say, and leaves the rest as it is", () => {
  const page = recordPage(["theorems: a/b", "theorems: a/c", "ratios: pick", "run"].map(marked).join(""), records);
  expect(page).toContain("`a/b`: 1 of 1 upheld");
  expect(page).toContain("`a/c`: not in the reference records.");
  expect(page).toContain("| x | AIC | 0.5 | 0.125 | 0.25 |");
  expect(page).toContain("Theorems: tier smoke, seed 0, simverdict 0.1.0, backend none, α = 0.00001 per verdict. Boards: tier smoke, seed 0,");
  expect(page).not.toContain("stale");
  expect(page.match(/^(?:Text|More)\.$/gm)).toHaveLength(8);
  expect(recordPage(page, records)).toBe(page);
});

it("shows boards whole, or says that there are none", () => {
  const page = recordPage(marked("boards: pick"), records);
  expect(page).toContain("**pick/x/error**: share of wrong choices (lower is better)");
  expect(page).toContain("| 2 | AIC | 0.5 | [0.4, 0.6] |");
  const noted = leaderboardOf({ boards: [boardOf({ id: "pick/x/error", task, rows: [rowOf({ note: "few data" })] })] });
  expect(recordPage(marked("boards: pick"), { ...records, boards: noted })).toMatch(/\|\n\n- pick\/x: net: few data\n\n<!--/);
  expect(recordPage(marked("boards: else"), records)).toContain("Boards of `else`: not in the reference records.");
});

it("shows a picture from its file with what it says, or says that it is missing", () => {
  const run = { seed: 3, version: "0.1.0", backend: null, command: "npm run pictures" };
  const pictures = { schema: "simverdict/pictures@1" as const, run, pictures: [fans({ id: "k", title: "K_a", caption: "All of it." })] };
  expect(recordPage(marked("picture: k"), { ...records, pictures })).toContain("![K\\_a](k.svg)\n\nAll of it. Made by `npm run pictures` (seed 3, backend none).");
  expect(recordPage(marked("picture: u"), { ...records, pictures })).toContain("Picture `u`: not in the record of pictures.");
  const curves = [{ kind: "curves" as const, id: "c", title: "Sizes", caption: "Of boards.", panels: [] }];
  expect(recordPage(marked("picture: c"), { ...records, curves })).toContain("![Sizes](c.svg)\n\nOf boards. Drawn from the reference records.");
  expect(recordPage(marked("picture: k"), records)).toContain("Picture `k`: not in the record of pictures.");
});

it("lets two models compete, or says that they are not there", () => {
  expect(recordPage(marked("duel: pick/x; SGNN against AIC"), records)).toContain("SGNN and AIC on `pick/x`: not in the reference records.");
  expect(recordPage(marked("own-duel: pick/x; SGNN against AIC"), records)).toContain("SGNN and AIC on `pick/x`: not in the reference records.");
  const paired = [pairOf({ a: "SGNN", b: "AIC" })];
  const duels = leaderboardOf({ boards: [boardOf({ id: "pick/x/error", task, rows, paired })] });
  expect(recordPage(marked("own-duel: pick/x; SGNN against AIC"), { ...records, duels })).toContain("| SGNN | AIC | difference | better |");
});

it("refuses markers that are not closed, or name nothing", () => {
  expect(() => recordPage("<!-- run -->\n", records)).toThrow("the text needs the markers <!-- run --> and <!-- /run -->");
  expect(() => recordPage(marked("tables: a"), records)).toThrow(new RangeError("a marker must begin with theorems, ratios, boards, duel, own-duel, run, picture, got tables: a"));
});
