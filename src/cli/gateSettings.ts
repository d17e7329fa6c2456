import { DEFAULT_SETTINGS } from "../harness/settings.js";
import { BadBase } from "../leaderboard/gate/badBase.js";
import type { GateRecords } from "../leaderboard/gate/baseFolder.js";
import { casesOf } from "./measure.js";
import type { SpecOptions } from "./runOptions.js";
import { UsageError } from "./usageError.js";

/** Cases in each block where a base is run from a commit, and where one is made. */
export const GATE_CASES = 12_000;

/** What may be asked for; what is left out is the base's. */
export interface AskedSettings extends Partial<Omit<SpecOptions, "json" | "jobs">>, Pick<SpecOptions, "json" | "jobs"> {
  readonly cases?: string;
}

/** How both sides are run. */
export interface GateSettings {
  readonly settings: SpecOptions;
  readonly blocks: { readonly cases: number; readonly reserved: string };
}

/**
 * How a gate runs: as its base was, where there are records of it.
 *
 * Theorems of another seed can be compared, since each verdict has an error rate of its own; nets of another seed are others.
 *
 * @param options what is asked for
 * @param records the base, or the records to compare with it; undefined where both sides are run
 * @returns the settings of both sides
 * @throws BadBase if something else is asked for than the records have; UsageError if an option is outside its domain
 */
export function gateSettings(options: AskedSettings, records: GateRecords | undefined): GateSettings {
  const { verdicts = null, scores = null } = records ?? {};
  const run = (scores ?? verdicts)?.run;
  const backend = scores?.run.backend ?? verdicts?.run.backend ?? undefined;
  const fixed = { tier: run?.tier, seed: scores?.run.seed, alpha: verdicts?.run.alpha, backend, cases: scores?.cases };
  const given = { tier: options.tier, seed: options.seed, alpha: options.alpha, backend: options.backend, cases: options.cases };
  for (const name of ["tier", "seed", "alpha", "backend", "cases"] as const) {
    const [asked, old] = [given[name], fixed[name]];
    if (asked === undefined || old === undefined || asked === old || (typeof old === "number" && Number(asked) === old)) continue;
    throw new BadBase(`the base has ${name} ${old}, asked is ${asked}: compare like with like, or update the base with a reason`);
  }
  const engine = options.backend ?? backend;
  const settings: SpecOptions = {
    seed: options.seed ?? String(run?.seed ?? DEFAULT_SETTINGS.seed),
    tier: options.tier ?? run?.tier ?? DEFAULT_SETTINGS.tier,
    alpha: options.alpha ?? String(verdicts?.run.alpha ?? DEFAULT_SETTINGS.alpha),
    jobs: options.jobs,
    ...(options.filter === undefined ? {} : { filter: options.filter }),
    ...(engine === undefined ? {} : { backend: engine }),
    ...(options.json === undefined ? {} : { json: options.json }),
  };
  if (!(Number(settings.alpha) < 0.25)) throw new UsageError(`alpha must be below 1/4 at a gate, got "${settings.alpha}"`);
  return { settings, blocks: { cases: scores?.cases ?? casesOf(options.cases ?? String(GATE_CASES)), reserved: scores?.reserved ?? "gate" } };
}

/**
 * The options of `simverdict measure` that run a commit as the code at hand is run.
 *
 * @param gateSettings how both sides are run
 * @param only `theorems` or `boards`; both when undefined
 * @returns the words
 */
export function measureWords({ settings, blocks: { cases, reserved } }: GateSettings, only: string | undefined): string[] {
  const { seed, tier, alpha, jobs, backend, filter } = settings;
  const given = { seed, tier, alpha, jobs, backend, filter, cases: String(cases), reserved, only };
  return Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));
}

