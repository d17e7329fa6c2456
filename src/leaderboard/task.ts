import { createHash } from "node:crypto";
import { Key } from "../random/key.js";
import type { Simulator } from "../simulators/simulator.js";
import type { AnswerFormat } from "./submission/answerFormat.js";

/**
 * A frozen prediction task: what is simulated, what is to be predicted, and what counts as a prediction.
 *
 * The test cases come from keys of the task's own, so they are the same for everybody; a change of the definition or
 * of a case makes a new version.
 *
 * @typeParam Theta the parameter θ
 * @typeParam X the observable x, JSON data
 * @typeParam Truth what a prediction is judged against, JSON data
 * @typeParam Prediction what an entry gives for one x
 */
export interface Task<Theta, X, Truth, Prediction> {
  /** Lower-case words joined by `-` and `/`. */
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** The law of the training and of the test pairs. */
  readonly simulator: Simulator<Theta, X>;
  readonly truth: (theta: Theta, x: X) => Truth;
  /** Throws RangeError, saying why, if an answer is no prediction. */
  readonly check: (prediction: Prediction) => void;
  /** How predictions are written in files; without it the task takes no files, ONNX models or commands. */
  readonly format?: AnswerFormat;
  /** Cases that enter the content hash, an integer ≥ 1; 64 if not given. For tasks whose cases are dear. */
  readonly hashed?: number;
}

/** One test case. */
export interface Case<X, Truth> {
  readonly x: X;
  readonly truth: Truth;
}

/** Cases that enter the content hash. */
const HASHED = 64;

/**
 * The first test cases of a task: the public ones, which never change, or a fresh draw for a release.
 *
 * Whoever tunes a model to the public cases gains nothing on cases that were drawn after it was handed in.
 *
 * @param task the task
 * @param count how many, an integer ≥ 0; a longer list begins with the shorter one
 * @param release the name of a fresh draw, not empty; the public cases when left out
 * @returns the cases, from the key of the task's id and version, and of the release if any
 * @throws RangeError if count is not such an integer, or the release is empty
 */
export function taskCases<Theta, X, Truth, P>(task: Task<Theta, X, Truth, P>, count: number, release?: string): Case<X, Truth>[] {
  if (!(Number.isSafeInteger(count) && count >= 0)) throw new RangeError(`count must be an integer >= 0, got ${count}`);
  if (release === "") throw new RangeError('release must be some text, got ""');
  const own = Key.root(0).fold("task").fold(task.id).fold(task.version);
  const key = release === undefined ? own.fold("cases") : own.fold("fresh").fold(release);
  return Array.from({ length: count }, (_, i) => {
    const theta = task.simulator.prior.sample(key.fold(i).fold("theta"));
    const x = task.simulator.simulate(key.fold(i).fold("x"), theta);
    return { x, truth: task.truth(theta, x) };
  });
}

/**
 * What identifies the content of a task: its id, version, simulator and first cases (64, if it does not say otherwise).
 *
 * @param task the task
 * @returns 64 hexadecimal digits of SHA-256
 */
export function taskHash<Theta, X, Truth, P>(task: Task<Theta, X, Truth, P>): string {
  const content = [task.id, task.version, task.simulator.id, taskCases(task, task.hashed ?? HASHED)];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}
