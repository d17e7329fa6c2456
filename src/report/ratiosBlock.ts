import { formatNumber } from "../harness/explain.js";
import type { ErrorRatio } from "./errorRatios.js";
import { markdownTable } from "./markdownTable.js";
import { plainMarkdown } from "./plainMarkdown.js";

/**
 * Ratios of errors as a table, with what they say of "half the error".
 *
 * @param ratios the ratios
 * @returns Markdown; a sentence that says so if there are none
 */
export function ratiosBlock(ratios: readonly ErrorRatio[]): string {
  if (ratios.length === 0) return "These boards are not in the reference records.";
  const confidence = Math.min(...ratios.map((ratio) => ratio.confidence));
  return [
    ...markdownTable(
      ["task", "rival", "rival's error", "SGNN's error", "SGNN / rival", "interval", "Bayes / rival", "half?", "cases"],
      ratios.map(({ task, rival, rivalError, error, ratio, lower, upper, bayes, n }, i) => [
        task === ratios[i - 1]?.task ? "" : plainMarkdown(task),
        plainMarkdown(rival),
        formatNumber(rivalError),
        formatNumber(error),
        formatNumber(ratio),
        `[${formatNumber(lower)}, ${formatNumber(upper)}]`,
        formatNumber(bayes),
        upper <= 0.5 ? "**yes**" : lower > 0.5 ? "no" : "open",
        String(n),
      ]),
    ),
    "",
    `Each interval holds with probability ≥ ${(Math.floor(1000 * confidence) / 1000).toFixed(3)}; "open" where it contains one half.`,
  ].join("\n");
}
