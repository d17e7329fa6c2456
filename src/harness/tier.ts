/** How much a run may cost: minutes, half an hour, hours. */
export const TIERS = ["smoke", "standard", "full"] as const;

/** @see TIERS */
export type Tier = (typeof TIERS)[number];

/** A value for every tier; a tier that is left out takes the next smaller one's. */
export interface Tiered<T> {
  readonly smoke: T;
  readonly standard?: T;
  readonly full?: T;
}

/**
 * The value of a tier.
 *
 * @param values one value for each tier that differs from the next smaller one
 * @param tier the tier asked for
 * @returns the value of that tier, or of the largest smaller tier that has one
 * @example atTier({ smoke: 1, standard: 2 }, "full") // => 2
 */
export function atTier<T>(values: Tiered<T>, tier: Tier): T {
  if (tier === "full" && values.full !== undefined) return values.full;
  if (tier !== "smoke" && values.standard !== undefined) return values.standard;
  return values.smoke;
}
