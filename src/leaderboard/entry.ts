import type { Tier } from "../harness/tier.js";
import type { TrainingAid } from "../nn/checkpoint/trainingAid.js";
import type { Key } from "../random/key.js";

/** A model ready to predict. */
export interface Predictor<X, Prediction> {
  /** One prediction for every x, in the same order. */
  readonly predict: (xs: readonly X[]) => readonly Prediction[] | Promise<readonly Prediction[]>;
  /** How many numbers were fitted; 0 for a rule. */
  readonly parameters: number;
  /** What readers of the board are to know of the training, in one line; shown below the board. */
  readonly note?: string;
}

/** Hears how long predictions go on: how many steps of rollouts are done, of how many. */
export type PredictionProgress = (done: number, all: number) => void;

/** What long predictions are given by those who run them, each member left out where that is not wanted. */
export interface PredictionAid {
  /** Gives predictions that were made in an earlier run by an entry with the same trainings; else makes and keeps them. They are JSON data. */
  readonly keep?: <P>(make: () => Promise<readonly P[]>) => Promise<readonly P[]>;
  readonly progress?: PredictionProgress;
}

/** What an entry may use to prepare itself: it never sees a test case. */
export interface EntryContext {
  readonly key: Key;
  readonly tier: Tier;
  /** Keeps and shows long trainings, as `fitBodies` and `fitCells` take it; left out where that is not wanted. */
  readonly training?: TrainingAid;
  /** Keeps and shows long predictions; left out where that is not wanted. */
  readonly predicting?: PredictionAid;
}

/**
 * A model that takes part in a task.
 *
 * @typeParam X the observable
 * @typeParam Prediction what the task asks for
 */
export interface Entry<X, Prediction> {
  readonly model: string;
  /** Where the method comes from. */
  readonly source: string;
  /** At most so many cases of each block are measured for the gate, an integer ≥ 1; for who takes milliseconds over a case. */
  readonly gateCases?: number;
  /** Trains or calibrates on simulations of its own. */
  readonly prepare: (context: EntryContext) => Predictor<X, Prediction> | Promise<Predictor<X, Prediction>>;
}
