import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { TheoremListing } from "../../src/harness/listing.js";
import { caughtInTheWild } from "../../src/report/caughtInTheWild.js";

const falsifier = { id: "halved pool", breaks: "the relabelling", mustRefute: ["size"], caughtInTheWild: "a package up to 1.0" };
const theorem: TheoremListing = {
  id: "foundations/two-sample",
  title: "Tests keep their size",
  statement: "P(p ≤ .05) ≤ .05",
  source: "a test",
  assumptions: [],
  claims: [{ id: "size", kind: "atMost", statement: "1[p ≤ .05]", margin: 0.06, from: "smoke" }],
  falsifiers: [falsifier, { ...falsifier, id: "made up", caughtInTheWild: null }],
};

it("tells where each bug was and which spec refutes it, and leaves out what was made up", () => {
  const page = caughtInTheWild([theorem]);
  expect(page).toContain("## halved pool\n\na package up to 1.0.\n");
  expect(page).toContain("npx simverdict falsify --filter 'foundations/two-sample$'");
  expect(page).not.toContain("made up");
});

it("docs/caught-in-the-wild.md is what the specs say (npm run docs writes it)", () => {
  const listed = execFileSync("node", ["dist/cli/main.js", "list", "--json"], { encoding: "utf8" });
  const { theorems } = JSON.parse(listed) as { theorems: TheoremListing[] };
  expect(readFileSync("docs/caught-in-the-wild.md", "utf8")).toBe(caughtInTheWild(theorems));
});
