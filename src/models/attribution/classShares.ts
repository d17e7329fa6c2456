/** A class and the share of a sample that it takes. */
export interface ClassShare {
  readonly label: string | number;
  /** In (0, 1]. */
  readonly share: number;
}

/**
 * The share of every class in a sample of labels.
 *
 * share(c) = #{i : c_i = c} / k
 *
 * @param labels c, shape [k], k ≥ 1
 * @returns the classes that occur, the largest share first, equal shares in order of first occurrence; they sum to 1
 * @throws RangeError if there is no label
 * @example classShares(["SIR", "SEIR", "SEIR", "SEIR"])[0] // => { label: "SEIR", share: 0.75 }
 */
export function classShares(labels: readonly (string | number)[]): ClassShare[] {
  if (labels.length === 0) throw new RangeError("labels must hold at least one label, got none");
  const counts = new Map<string | number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts]
    .map(([label, count]) => ({ label, share: count / labels.length }))
    .sort((a, b) => b.share - a.share);
}
