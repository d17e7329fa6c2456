import { gateRow, type Key, type PairedScores } from "simverdict";

/** How many cases a block has: the gate's own number. */
export const CASES = 12_000;
/** The gate's defaults: margin and α. */
export const OPTIONS = { direction: "lower", range: [0, 1], margin: 0.005, alpha: 1e-5 } as const;

/** What the current model is, given the base's and one trained anew: a model, and how often its answer is turned round. */
export interface Change {
  readonly retrained: boolean;
  /** Its error, given the base's; null where it is left as it is. */
  readonly error: ((base: number) => number) | null;
}

/** Errors of base and current on the same fresh cases, both trained under this key or drawn by it. */
export type PairedErrors = (key: Key, change: Change) => PairedScores;

/** How often the answers of a model with error `own` are turned round, so that its error is the one asked for. */
export function flipShare({ error }: Change, base: number, own: number): number {
  return error === null ? 0 : Math.max(0, (error(base) - own) / (1 - 2 * own));
}

/** A gate's rule: whether it fails, given the public cases and a second draw. */
export type Rule = (first: PairedScores, second: () => PairedScores) => boolean | Promise<boolean>;

/** The rule of `simverdict gate`. */
export const theGate: Rule = async (first, second) => (await gateRow(first, second, OPTIONS)).verdict === "fail";

/** 1 if a gate fails under this key, which gives each of its two draws models and cases of its own, else 0. */
export async function alarm(rule: Rule, paired: PairedErrors, key: Key, change: Change): Promise<number> {
  const failed = await rule(paired(key.fold("first"), change), () => paired(key.fold("second"), change));
  return failed ? 1 : 0;
}
