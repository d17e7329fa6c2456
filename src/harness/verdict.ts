/** How a claim or a theorem ends; only `upheld` is a pass. */
export const VERDICTS = ["upheld", "refuted", "inconclusive", "invalid"] as const;

/** @see VERDICTS */
export type Verdict = (typeof VERDICTS)[number];

/**
 * The verdict of a whole from its parts: invalid before refuted before inconclusive before upheld.
 *
 * @param parts the verdicts of the parts
 * @returns the gravest of them; `invalid` when there is none, since nothing was checked
 * @example gravest(["upheld", "inconclusive"]) // => "inconclusive"
 */
export function gravest(parts: readonly Verdict[]): Verdict {
  if (parts.length === 0) return "invalid";
  for (const verdict of ["invalid", "refuted", "inconclusive"] as const) if (parts.includes(verdict)) return verdict;
  return "upheld";
}
