import { describe, expect, test } from "vitest";
import { summaryLines, theoremLines } from "../../src/report/verdictText.js";
import { claimOf, falsifierOf, runOf, theoremOf } from "../harness/records.js";

const plain = (_: string, text: string): string => text;

describe("a theorem's lines", () => {
  test("upheld: headline, claims in columns, falsifiers in one line", () => {
    const theorem = theoremOf({
      claims: [claimOf({ saturated: null }), claimOf({ id: "t", kind: "forAll", margin: null, saturated: null, samples: 9 })],
      falsifiers: [falsifierOf(), falsifierOf({ id: "light" })],
    });
    expect(theoremLines(theorem, plain)).toEqual([
      "upheld       coin  (1.2 s)",
      "  ✓ heads  ≤ 0.5    mean 0.1 in [0.01, 0.45], n = 40",
      "  ✓ t      for all  no counterexample in 9 draws",
      "  ✓ refuted, as they must be: heavy, light",
    ]);
  });

  test("not upheld: one line of cause for each part, then the replay", () => {
    const theorem = theoremOf({
      verdict: "invalid",
      claims: [claimOf({ verdict: "invalid", reason: "no net", margin: null })],
      falsifiers: [falsifierOf({ killed: false, reason: "no net" })],
    });
    expect(theoremLines(theorem, plain)).toEqual([
      "invalid      coin  (1.2 s)",
      "  ! heads    no net",
      '  ! falsifier "heavy" could not be judged: no net',
      "  replay: npx simverdict verify --filter 'coin$'",
    ]);
  });

  test("colour goes to the verdict and the marks", () => {
    const painted: string[] = [];
    theoremLines(theoremOf({ verdict: "refuted", claims: [claimOf({ verdict: "refuted" })] }), (verdict, text) => {
      painted.push(`${verdict} ${text.trim()}`);
      return text;
    });
    expect(painted).toEqual(expect.arrayContaining(["refuted refuted", "refuted ✗", "upheld ✓"]));
  });
});

describe("the summary", () => {
  test("counts verdicts and falsifiers and states the error bound", () => {
    const theorems = [theoremOf(), theoremOf({ verdict: "refuted", falsifiers: [falsifierOf({ killed: false })] })];
    expect(summaryLines(runOf({ theorems }))).toEqual([
      "2 theorems: 1 upheld, 1 refuted; 1 of 2 falsifiers refuted",
      "1 statistical claim and 1 in falsifiers: probability of any wrong verdict ≤ 2.0e−5",
    ]);
  });

  test("names every file that failed, and counts files", () => {
    const failures = [
      { file: "a.theorem.ts", message: "no falsifier" },
      { file: "a.theorem.ts", message: "late" },
    ];
    const [first, second, count] = summaryLines(runOf({ theorems: [], failures }));
    expect([first, second]).toEqual(["failed: a.theorem.ts: no falsifier", "failed: a.theorem.ts: late"]);
    expect(count).toBe("0 theorems: none; 0 of 0 falsifiers refuted; 1 spec file failed");
  });
});
