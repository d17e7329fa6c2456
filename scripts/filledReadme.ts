import { readFileSync } from "node:fs";
import { verdictsRecord } from "../src/harness/record.js";
import { leaderboardRecord } from "../src/leaderboard/record.js";
import { fillMarkers } from "../src/report/fillMarkers.js";
import { boardsBlock, excerptBlock, verdictBlock } from "../src/report/readmeBlocks.js";

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

/** README with its excerpt, example, verdict table and boards as the files say: a test fails when they drift. */
export function filledReadme(readme: string): string {
  const verdicts = verdictsRecord.parse(JSON.parse(read("results/reference/verdicts.json")));
  const boards = leaderboardRecord.parse(JSON.parse(read("results/reference/leaderboard.json")));
  const example = read("test/packaging/claims/mean-of-uniform.theorem.ts");
  const blocks = {
    excerpt: excerptBlock(verdicts, "sgnn/model-selection/linear-trend-0.05"),
    example: `\`\`\`ts\n${example.trimEnd()}\n\`\`\``,
    verdicts: verdictBlock(verdicts),
    "board-2": boardsBlock(boards, "error", "model-selection/linear-trend-2"),
    "board-3": boardsBlock(boards, "error", "model-selection/linear-trend-3"),
  };
  return Object.entries(blocks).reduce((text, [name, block]) => fillMarkers(text, name, block), readme);
}
