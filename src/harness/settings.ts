import { TIERS, type Tier } from "./tier.js";

/** What `theorem` does when its spec file is loaded. */
export const MODES = ["verify", "falsify", "list"] as const;

/** @see MODES */
export type Mode = (typeof MODES)[number];

/** What identifies a run, apart from the code. */
export interface Settings {
  /** An integer in [0, 2⁵³). */
  readonly seed: number;
  readonly tier: Tier;
  /** Probability allowed to each wrong verdict, in (0, 1). */
  readonly alpha: number;
  readonly mode: Mode;
}

/** What a run uses when it is told nothing. */
export const DEFAULT_SETTINGS: Settings = { seed: 0, tier: "smoke", alpha: 1e-5, mode: "verify" };

/** Bad settings; the message names the setting, its value and its domain. */
export class InvalidSettings extends Error {
  override readonly name = "InvalidSettings";
}

/**
 * Check settings that came in as text.
 *
 * @param text the texts of those settings that are given
 * @returns the settings, with defaults for the rest
 * @throws InvalidSettings if a text is outside the setting's domain
 * @example parseSettings({ seed: "7" }).seed // => 7
 */
export function parseSettings(text: { readonly [name in keyof Settings]?: string | undefined }): Settings {
  const number = (name: keyof Settings, fallback: number): number => {
    const given = text[name];
    return given === undefined ? fallback : given.trim() === "" ? NaN : Number(given);
  };
  const oneOf = <T extends string>(name: keyof Settings, choices: readonly T[], fallback: T): T => {
    const given = text[name] ?? fallback;
    const found = choices.find((choice) => choice === given);
    if (found === undefined) throw new InvalidSettings(`${name} must be one of ${choices.join(", ")}, got "${given}"`);
    return found;
  };
  const seed = number("seed", DEFAULT_SETTINGS.seed);
  if (!(Number.isSafeInteger(seed) && seed >= 0)) {
    throw new InvalidSettings(`seed must be an integer from 0 to 2^53 − 1, got "${text.seed}"`);
  }
  const alpha = number("alpha", DEFAULT_SETTINGS.alpha);
  if (!(alpha > 0 && alpha < 1)) {
    throw new InvalidSettings(`alpha must be a number between 0 and 1, ends excluded, got "${text.alpha}"`);
  }
  const tier = oneOf("tier", TIERS, DEFAULT_SETTINGS.tier);
  const mode = oneOf("mode", MODES, DEFAULT_SETTINGS.mode);
  return { seed, alpha, tier, mode };
}

/**
 * The environment variables that carry settings into the test workers (and into plain `npx vitest`).
 *
 * @param settings the settings
 * @returns `SIMVERDICT_SEED`, `SIMVERDICT_TIER`, `SIMVERDICT_ALPHA`, `SIMVERDICT_MODE`
 */
export function settingsToEnvironment(settings: Settings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [variable(name as keyof Settings), String(value)]),
  );
}

/**
 * The settings of this process.
 *
 * @param environment for example `process.env`
 * @returns the settings, with defaults for what is not set
 * @throws InvalidSettings if a variable is outside its domain
 */
export function settingsFromEnvironment(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = (name: keyof Settings): string | undefined => environment[variable(name)];
  return parseSettings({ seed: read("seed"), tier: read("tier"), alpha: read("alpha"), mode: read("mode") });
}

const variable = (name: keyof Settings): string => `SIMVERDICT_${name.toUpperCase()}`;
