import type { ClaimRecord, TheoremRecord } from "./record.js";

/** The decisions of a run that can be wrong by chance, and the probability that any of them is. */
export interface ErrorBound {
  /** Statistical claims judged in hypothesis worlds. */
  readonly claims: number;
  /** Statistical claims judged in falsifiers' worlds. */
  readonly falsifiers: number;
  /** Union bound over both. */
  readonly bound: number;
}

/**
 * The union bound over all statistical decisions of a run; `forAll` claims make none.
 *
 * P(any wrong verdict) ≤ Σ α over claims and falsifiers
 *
 * @param theorems the theorems of the run
 * @returns the numbers of decisions, and their bound in [0, 1]
 * @source Boole's inequality
 */
export function errorBound(theorems: readonly TheoremRecord[]): ErrorBound {
  const alphas = (claims: readonly ClaimRecord[]): number[] => claims.flatMap(({ alpha }) => alpha ?? []);
  const claims = alphas(theorems.flatMap((theorem) => theorem.claims));
  const falsifiers = alphas(theorems.flatMap((theorem) => theorem.falsifiers.flatMap((falsifier) => falsifier.claims)));
  const bound = [...claims, ...falsifiers].reduce((sum, alpha) => sum + alpha, 0);
  return { claims: claims.length, falsifiers: falsifiers.length, bound: Math.min(1, bound) };
}
