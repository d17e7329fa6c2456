import { relative } from "node:path";
import type { Reporter, SerializedError, TestCase, TestModule } from "vitest/node";
import type { TheoremListing } from "../harness/listing.js";
import type { FailureRecord, TheoremRecord } from "../harness/record.js";
import { type Settings, settingsToEnvironment } from "../harness/settings.js";
import { filterPattern } from "./filterPattern.js";
import { ENTRY, PACKAGE_ROOT } from "./packageRoot.js";

/** What to run and how. */
export interface SpecRun {
  readonly settings: Settings;
  /** Spec files as globs, relative to the caller's folder; the package's own theorems when empty. */
  readonly patterns: readonly string[];
  /** Part of the ids to run; all of them when undefined. */
  readonly filter: string | undefined;
  /** How many spec files run side by side. */
  readonly jobs: number;
  /** Backend of the neural nets, the fastest that loads when undefined. */
  readonly backend: string | undefined;
  /** Hears of theorems as they start and end. */
  readonly progress: Progress;
}

/** Hears of a run as it goes on. */
export interface Progress {
  started(id: string): void;
  ended(record: TheoremRecord): void;
  /** What a spec printed. */
  printed(text: string): void;
}

/** What came of a run, in the order of the ids. */
export interface SpecRunOutcome {
  readonly theorems: TheoremRecord[];
  readonly listings: TheoremListing[];
  readonly failures: FailureRecord[];
  /** Ids that were found, matching or not. */
  readonly ids: string[];
  readonly files: number;
}

/**
 * Run spec files on vitest's worker pool and collect what their theorems found.
 *
 * @param run what to run and how
 * @returns the records, and every file that failed to load: nothing is dropped in silence
 */
export async function runSpecs(run: SpecRun): Promise<SpecRunOutcome> {
  const { createVitest } = await import("vitest/node");
  const reporter = new Collector(run.progress);
  const own = run.patterns.length === 0;
  const vitest = await createVitest(
    "test",
    {
      root: own ? PACKAGE_ROOT : process.cwd(),
      config: false,
      watch: false,
      include: own ? ["theorems/**/*.theorem.ts"] : [...run.patterns],
      exclude: own ? [] : ["**/node_modules/**"],
      ...(run.filter === undefined ? {} : { testNamePattern: filterPattern(run.filter) }),
      pool: "forks",
      maxWorkers: run.jobs,
      passWithNoTests: true,
      reporters: [reporter],
      env: {
        ...settingsToEnvironment(run.settings),
        ...(run.backend === undefined ? {} : { SIMVERDICT_BACKEND: run.backend }),
      },
      server: { deps: { inline: [/[\\/]theorems[\\/]/] } },
    },
    { resolve: { alias: { simverdict: ENTRY } }, logLevel: "error" },
  );
  try {
    const { testModules, unhandledErrors } = await vitest.start();
    return reporter.outcome(testModules, unhandledErrors as SerializedError[]);
  } finally {
    await vitest.close();
  }
}

/** Turns vitest's events into progress and, at the end, into records. */
class Collector implements Reporter {
  readonly #progress: Progress;

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  onTestCaseReady(test: TestCase): void {
    if (test.result().state !== "skipped") this.#progress.started(test.fullName);
  }

  onTestCaseResult(test: TestCase): void {
    const record = recordOf(test);
    if (record !== undefined) this.#progress.ended(record);
  }

  onUserConsoleLog(log: { readonly content: string }): void {
    this.#progress.printed(log.content);
  }

  outcome(modules: readonly TestModule[], unhandled: readonly SerializedError[]): SpecRunOutcome {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const ran = tests.filter((test) => test.result().state !== "skipped");
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
    const failures = [
      ...modules.flatMap((module) => module.errors().map((error) => failure(module.moduleId, error))),
      ...ran
        .filter((test) => test.meta().simverdict === undefined && test.result().state === "failed")
        .map((test) => failure(`${test.module.moduleId} (${test.fullName})`, test.result().errors?.[0])),
      ...unhandled.map((error) => failure("(outside any theorem)", error)),
    ];
    return {
      theorems: ran.flatMap((test) => recordOf(test) ?? []).sort(byId),
      listings: ran.flatMap((test) => listingOf(test) ?? []).sort(byId),
      failures,
      ids: tests.map((test) => test.fullName).sort(),
      files: modules.length,
    };
  }
}

function recordOf(test: TestCase): TheoremRecord | undefined {
  const meta = test.meta().simverdict;
  if (meta === undefined || !("record" in meta)) return undefined;
  return { ...meta.record, durationMs: Math.round(test.diagnostic()?.duration ?? 0) };
}

function listingOf(test: TestCase): TheoremListing | undefined {
  const meta = test.meta().simverdict;
  return meta !== undefined && "listing" in meta ? meta.listing : undefined;
}

function failure(file: string, error: { readonly message: string } | undefined): FailureRecord {
  const [line] = (error?.message ?? "the worker ended without a verdict").split("\n");
  return { file: relative(process.cwd(), file) || file, message: line! };
}
