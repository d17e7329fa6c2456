import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { type Command, Option } from "commander";
import { DEFAULT_SETTINGS, type Mode, parseSettings, type Settings } from "../harness/settings.js";
import { type BackendName, backendName } from "../nn/backendName.js";
import { filterPattern } from "./filterPattern.js";
import { UsageError } from "./usageError.js";

/** The optional packages behind backends. */
const PACKAGES: Partial<Record<BackendName, string>> = {
  "onnx-native": "onnxruntime-node",
  "onnx-wasm": "onnxruntime-web",
  tensorflow: "@tensorflow/tfjs-node",
};

/** Options of the commands that load specs, as commander gives them. */
export interface SpecOptions {
  readonly filter?: string;
  readonly seed: string;
  readonly tier: string;
  /** Left out by commands whose levels are fixed. */
  readonly alpha?: string;
  readonly jobs: string;
  readonly backend?: string;
  /** File of the model under test. */
  readonly model?: string;
  readonly json?: true;
}

/**
 * Add the options of the commands that load specs.
 *
 * @param command the command
 * @returns the same command
 */
export function withSpecOptions(command: Command): Command {
  return command
    .argument("[patterns...]", "files as globs; the package's own when left out")
    .option("--filter <text>", "only ids that contain this; * stands for anything, a final $ for the end")
    .option("--seed <n>", "seed of all randomness", String(DEFAULT_SETTINGS.seed))
    .option("--tier <tier>", "smoke, standard or full: how much a run may cost", DEFAULT_SETTINGS.tier)
    .option("--jobs <n>", "spec files side by side", String(availableParallelism()))
    .addOption(new Option("--backend <name>", "what runs the neural nets; the fastest that loads when left out"))
    .option("--json", "print the record as JSON on standard output, all else on standard error");
}

/**
 * Add the option of the commands whose verdicts have an error rate to choose.
 *
 * @param command the command
 * @returns the same command
 */
export function withAlpha(command: Command): Command {
  return command.option("--alpha <p>", "probability allowed to each wrong verdict", String(DEFAULT_SETTINGS.alpha));
}

/** What `--model` does, beside the list of options. */
const MODEL_HELP = `
A model under test is the export "kernel" of a module: for bodies (states of rows [m, x, y, z, vx, vy, vz]) an object with
init(key) and step(key, state), and with noise(key) and stepWithNoise(state, noise) where noise is held; for cells on a
lattice the same, with an export domain = "cells" beside it. Theorems that judge one (simverdict list shows them) put it in
the place of the reference in their hypothesis world. Falsifiers stay as they are: they are about the references, and show
that the theorem can fail. The record holds the file's path and SHA-256. What the module imports is not in that hash.`;

/**
 * Add the option of the command that judges a model of the user's.
 *
 * @param command the command
 * @returns the same command
 */
export function withModel(command: Command): Command {
  return command
    .option("--model <file>", "judge this module's kernel, where a theorem takes one; SIMVERDICT_MODEL when left out")
    .addHelpText("after", MODEL_HELP);
}

/**
 * Add the option of the commands whose findings a CI service shows.
 *
 * @param command the command
 * @returns the same command
 */
export function withJunit(command: Command): Command {
  return command.option("--junit <file>", "write the findings as JUnit XML too");
}

/**
 * The settings that the options ask for.
 *
 * @param options the options
 * @param mode what the run does
 * @returns the settings
 * @throws UsageError if an option is outside its domain, or the backend's package is not installed
 */
export function settingsOf(options: SpecOptions, mode: Mode): Settings {
  try {
    const { seed, tier, alpha, backend } = options;
    if (backend !== undefined) requireInstalled(backendName("backend", backend));
    return parseSettings({ seed, tier, alpha, mode });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Before any work is done: whether a package is there is known at once. */
function requireInstalled(backend: BackendName): void {
  const name = PACKAGES[backend];
  if (name === undefined) return;
  try {
    createRequire(import.meta.url).resolve(name);
  } catch {
    throw new UsageError(`backend ${backend} needs the optional package ${name}, which is not installed: npm install ${name} --ignore-scripts${backend === "tensorflow" ? "=false" : ""}`);
  }
}

/**
 * The ids that `--filter` asks for.
 *
 * @param options the options
 * @returns a regular expression to test ids with; undefined for all of them
 */
export function filterOf({ filter }: SpecOptions): RegExp | undefined {
  return filter === undefined ? undefined : filterPattern(filter);
}

/**
 * How many spec files to run side by side.
 *
 * @param options the options
 * @returns a positive integer
 * @throws UsageError if `--jobs` is not one
 */
export function jobsOf({ jobs }: SpecOptions): number {
  const n = Number(jobs);
  if (!(Number.isSafeInteger(n) && n > 0)) throw new UsageError(`jobs must be a positive integer, got "${jobs}"`);
  return n;
}
