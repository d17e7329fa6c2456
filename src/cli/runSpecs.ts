import { isAbsolute, relative, resolve } from "node:path";
import type { Reporter, SerializedError, TestCase, TestModule } from "vitest/node";
import type { TheoremListing } from "../harness/listing.js";
import type { FailureRecord, TheoremRecord } from "../harness/record.js";
import { replayCommand } from "../harness/replayCommand.js";
import { type Settings, settingsToEnvironment } from "../harness/settings.js";
import { oneLine } from "../harness/oneLine.js";
import type { BoardRecord } from "../leaderboard/record.js";
import { TRAINING_NEWS, type TrainingNews } from "../leaderboard/trainingNews.js";
import { ENTRY, inPackage, PACKAGE_ROOT } from "./packageRoot.js";
import type { Progress } from "./progress.js";
import { specHash } from "./specHash.js";

/** What to run and how. */
export interface SpecRun {
  readonly settings: Settings;
  /** The package's own files, as a glob relative to it: run when no patterns are given. */
  readonly own: string;
  /** Files as globs, relative to the caller's folder. */
  readonly patterns: readonly string[];
  /** The ids to run; all of them when undefined. */
  readonly filter: RegExp | undefined;
  /** How many spec files run side by side. */
  readonly jobs: number;
  /** Backend of the neural nets, the fastest that loads when undefined. */
  readonly backend: string | undefined;
  /** File of the model under test, from the caller's folder; none when undefined, whatever the environment says. */
  readonly model?: string | undefined;
  /** Further environment variables of the workers. */
  readonly environment?: Readonly<Record<string, string>>;
  /** A module that every worker loads before its spec file, as it loads that. */
  readonly setup?: string;
  /** Hears of theorems as they start and end. */
  readonly progress: Progress;
}

/** What came of a run, in the order of the ids. */
export interface SpecRunOutcome {
  readonly theorems: TheoremRecord[];
  readonly listings: TheoremListing[];
  readonly boards: BoardRecord[];
  /** Whether an entry of a board failed because a checkpoint cannot be gone on from. */
  readonly badCheckpoint: boolean;
  /** What workers have to say, each thing once. */
  readonly notes: string[];
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
  const own = run.patterns.length === 0;
  const reporter = new Collector(run, own);
  const vitest = await createVitest(
    "test",
    {
      root: own ? PACKAGE_ROOT : process.cwd(),
      config: false,
      watch: false,
      include: own ? [run.own] : [...run.patterns],
      exclude: own ? [] : ["**/node_modules/**"],
      ...(run.filter === undefined ? {} : { testNamePattern: run.filter }),
      // vitest would keep its timings in a node_modules folder of the caller's.
      cache: false,
      pool: "forks",
      // Each file has a process of its own, so that no verdict depends on what ran before; a list needs none.
      isolate: run.settings.mode !== "list",
      maxWorkers: run.jobs,
      reporters: [reporter],
      setupFiles: run.setup === undefined ? [] : [run.setup],
      env: {
        ...settingsToEnvironment(run.settings),
        ...(run.backend === undefined ? {} : { SIMVERDICT_BACKEND: run.backend }),
        SIMVERDICT_MODEL: run.model === undefined ? "" : resolve(run.model),
        ...run.environment,
      },
      // The build is loaded by Node: from code that Vite has transformed, no call to another file can be compiled in line.
      server: { deps: { inline: [inPackage("theorems"), inPackage("benchmarks")], external: [inPackage("dist")] } },
    },
    { resolve: { alias: { simverdict: ENTRY } }, logLevel: "error" },
    // What a worker writes past the console would garble the record on standard output.
    { stdout: process.stderr },
  );
  try {
    const found = await vitest.globTestSpecifications();
    if (found.length === 0) return reporter.outcome([], []);
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(found, true);
    return reporter.outcome(testModules, unhandledErrors as UnhandledError[]);
  } finally {
    await vitest.close();
  }
}

/** An error outside any test; vitest says in which file where it knows. */
type UnhandledError = SerializedError & { readonly VITEST_TEST_PATH?: string };

/** Turns vitest's events into progress and, at the end, into records. */
class Collector implements Reporter {
  readonly #run: SpecRun;
  /** Whether the specs are the package's own, which need no pattern to be found again. */
  readonly #own: boolean;

  constructor(run: SpecRun, own: boolean) {
    this.#run = run;
    this.#own = own;
  }

  onTestCaseReady(test: TestCase): void {
    if (test.result().state !== "skipped") this.#run.progress.started(test.name);
  }

  onTestCaseResult(test: TestCase): void {
    if (test.result().state !== "skipped") this.#run.progress.ended(test.name, this.#recordOf(test));
  }

  onTestCaseAnnotate(test: TestCase, { type, message }: { readonly type: string; readonly message: string }): void {
    if (type === TRAINING_NEWS) this.#run.progress.advanced?.(test.name, JSON.parse(message) as TrainingNews);
  }

  onUserConsoleLog(log: { readonly content: string }): void {
    this.#run.progress.printed(log.content);
  }

  outcome(modules: readonly TestModule[], unhandled: readonly UnhandledError[]): SpecRunOutcome {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const ran = tests.filter((test) => test.result().state !== "skipped");
    const died = modules.filter((module) => module.state() === "pending" || module.state() === "queued");
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
    const names = tests.map((test) => test.name);
    const failures = [
      ...modules.flatMap((module) => module.errors().map((error) => failure(module.moduleId, error))),
      ...ran
        .filter((test) => test.result().state === "failed" && !("simverdict" in test.meta() || "simverdictBoards" in test.meta()))
        .map((test) => failure(test.module.moduleId, { message: `${test.name}: ${test.result().errors?.[0]?.message}` })),
      ...tests
        .filter((test) => test.result().state === "skipped" && (this.#run.filter?.test(test.name) ?? true))
        .map((test) => failure(test.module.moduleId, { message: `${test.name} was skipped: nothing is known of it` })),
      ...tests
        .filter((test, i) => names.indexOf(test.name) < i)
        .map((test) => failure(test.module.moduleId, { message: `${test.name} is an id that is taken: choose another` })),
      ...died.map((module) => failure(module.moduleId, { message: lastWords(module) })),
      ...unhandled
        .filter((error) => died.length === 0 || error.VITEST_TEST_PATH !== undefined)
        .map((error) => failure(error.VITEST_TEST_PATH ?? "(outside any spec file)", error)),
    ];
    return {
      theorems: ran.flatMap((test) => this.#recordOf(test) ?? []).sort(byId),
      listings: ran.flatMap((test) => listingOf(test) ?? []).sort(byId),
      boards: ran.flatMap((test) => test.meta().simverdictBoards ?? []).sort(byId),
      badCheckpoint: ran.some((test) => test.meta().simverdictBadCheckpoint === true),
      notes: [...new Set(ran.flatMap(noteOf))],
      failures,
      ids: names.sort(),
      files: modules.length,
    };
  }

  #recordOf(test: TestCase): TheoremRecord | undefined {
    const meta = test.meta().simverdict;
    if (meta === undefined || !("record" in meta)) return undefined;
    const { record } = meta;
    const file = this.#own ? null : relative(process.cwd(), test.module.moduleId);
    const model = record.model === undefined ? undefined : { ...record.model, path: this.#run.model ?? record.model.path };
    const replay = replayCommand(record.id, this.#run.settings, record.backend, file, model?.path);
    return { ...record, ...(model !== undefined && { model }), file, specHash: specHash(test.module), replay, durationMs: Math.round(test.diagnostic()?.duration ?? 0) };
  }
}

/** What a worker was doing when it ended without a word, as `process.kill` or want of memory make it. */
function lastWords(module: TestModule): string {
  const running = [...module.children.allTests()].find((test) => test.result().state === "pending");
  return `its worker process died ${running === undefined ? "while loading it" : `in ${running.name}`}`;
}

function noteOf(test: TestCase): string[] {
  const meta = test.meta().simverdict;
  return meta !== undefined && "note" in meta && meta.note !== undefined ? [meta.note] : [];
}

function listingOf(test: TestCase): TheoremListing | undefined {
  const meta = test.meta().simverdict;
  return meta !== undefined && "listing" in meta ? meta.listing : undefined;
}

/** What an error says, and where in the caller's own files it was thrown, where vitest knows. */
function failure(file: string, error: Pick<SerializedError, "message" | "stacks"> | undefined): FailureRecord {
  const own = error?.stacks?.find((frame) => frame.file === file);
  const here = (path: string): string => (isAbsolute(path) ? relative(process.cwd(), path) : path);
  const text = oneLine(error?.message ?? "no reason given").replace(/^No test suite found in file .*/, "it registers nothing: call theorem(…) or leaderboard(…) in it");
  return { file: here(file), message: own === undefined ? text : `${text} (${here(file)}:${own.line}:${own.column})` };
}
