import type { VerdictsRecord } from "../harness/record.js";

/** What the process answers to its caller; the numbers are documented in README. */
export const EXIT = { ok: 0, failed: 1, usage: 2, inconclusive: 3, integrity: 4, interrupted: 130 } as const;

/**
 * The exit code of a run.
 *
 * @param record the run
 * @param options whether an inconclusive claim is let pass
 * @returns 0 all upheld; 1 something refuted, invalid, a falsifier survived, or a file failed to load; 2 no claim was
 *   checked; 3 nothing worse than inconclusive
 */
export function exitCode(
  { theorems, failures }: Pick<VerdictsRecord, "theorems" | "failures">,
  options: { readonly allowInconclusive: boolean },
): number {
  const verdicts = new Set(theorems.map((theorem) => theorem.verdict));
  if (failures.length > 0 || verdicts.has("refuted") || verdicts.has("invalid")) return EXIT.failed;
  const checked = theorems.reduce((n, { claims, falsifiers }) => n + claims.length + falsifiers.length, 0);
  if (checked === 0) return EXIT.usage;
  return verdicts.has("inconclusive") && !options.allowInconclusive ? EXIT.inconclusive : EXIT.ok;
}
