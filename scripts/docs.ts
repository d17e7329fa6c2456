import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TheoremListing } from "../src/harness/listing.js";
import { caughtInTheWild } from "../src/report/caughtInTheWild.js";
import { filledEpnsPage } from "./filledEpnsPage.js";
import { filledSgnnPage } from "./filledSgnnPage.js";

/** Writes the pages of docs/ that are made from the specs, and what pages show of the reference records. */
const cli = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const { theorems } = JSON.parse(execFileSync("node", [cli, "list", "--json"], { encoding: "utf8" })) as { theorems: TheoremListing[] };
const docs = new URL("../docs/", import.meta.url);
mkdirSync(docs, { recursive: true });
writeFileSync(new URL("caught-in-the-wild.md", docs), caughtInTheWild(theorems));

const sgnn = new URL("sgnn.md", docs);
const { page, plot } = filledSgnnPage(readFileSync(sgnn, "utf8"));
writeFileSync(sgnn, page);
writeFileSync(new URL("sgnn-ratios.svg", docs), plot);

const epns = new URL("epns.md", docs);
const { page: epnsPage, pictures } = filledEpnsPage(readFileSync(epns, "utf8"));
writeFileSync(epns, epnsPage);
for (const [name, picture] of Object.entries(pictures)) writeFileSync(new URL(name, docs), picture);
