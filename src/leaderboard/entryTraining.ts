import { join } from "node:path";
import type { Tier } from "../harness/tier.js";
import { backendInUse } from "../nn/backend.js";
import type { Checkpoints, TrainingIdentity } from "../nn/checkpoint/checkpoints.js";
import { contentDigest } from "../nn/checkpoint/contentDigest.js";
import { fileCheckpoints } from "../nn/checkpoint/fileCheckpoints.js";
import type { TrainingAid } from "../nn/checkpoint/trainingAid.js";
import type { TrainingState } from "../nn/checkpoint/trainingState.js";
import type { Key } from "../random/key.js";
import type { PredictionAid } from "./entry.js";
import { keptPredictions } from "./keptPredictions.js";
import type { TrainingNews } from "./trainingNews.js";

/** Steps between two states of a training that are kept. */
const EVERY = 50;

/** The entry, and what it is to answer. */
interface About {
  readonly tier: Tier;
  readonly task: string;
  readonly model: string;
  /** Names the entry's randomness. */
  readonly key: Key;
  /** Digest of the test cases, truths included. */
  readonly cases: () => string;
}

/** The trainings and the predictions of one entry, kept and shown. */
export interface EntryTraining {
  readonly aid: TrainingAid;
  readonly predicting: PredictionAid;
  /** Seconds that went by before this run, up to the states that trainings went on from. */
  readonly secondsBefore: () => number;
}

/**
 * Keep and show the trainings of one entry, and its predictions.
 *
 * A training has the file `TIER/TASK/ENTRY-KEY.checkpoint`, in the folder of checkpoints: every training needs a key of its
 * own. Predictions have `TIER/TASK/ENTRY-DIGEST.predictions`, for each key and each set of cases; those of an entry that has
 * trained nothing are not kept, since nothing tells whether it is the same
 *
 * @param about the entry: tier, id of its task, name, key, and its cases
 * @param to the folder of checkpoints and who hears how the entry goes on, per cent by per cent, each left out where nothing is kept or shown; the
 *   time in milliseconds; and who is told, in a line, of what was found in the folder
 * @returns what the entry is given, and the time that it had taken before
 */
export function entryTraining(
  { tier, task, model, key, cases }: About,
  to: {
    readonly folder?: string | undefined;
    readonly hear?: ((news: TrainingNews) => void) | undefined;
    readonly clock: () => number;
    readonly say: (line: string) => void;
  },
): EntryTraining {
  const { folder, hear, clock, say } = to;
  const start = folder === undefined ? 0 : clock();
  let before = 0;
  const found = (found: { readonly step: number; readonly seconds: number }): void => {
    before = Math.max(before, found.seconds);
    say(`${task}: ${model} goes on from step ${found.step}`);
  };
  /** What was heard last: whole per cent of a training of so many steps. */
  let last = "";
  const progress = (step: number, loss: number, steps: number): void => {
    const now = `${Math.floor((100 * step) / steps)} % of ${steps}`;
    if (now !== last) hear?.({ model, step, steps, loss });
    last = now;
  };
  const predicted = (done: number, all: number): void => {
    const now = `${Math.floor((100 * done) / all)} % of rollouts`;
    if (now !== last) hear?.({ model, step: done, steps: all });
    last = now;
  };
  const fileOf = (name: string): string => join(folder ?? "", tier, plain(task), `${plain(model)}-${name}`);
  /** Training → digest of the parameters that it has come to. */
  const trained: Record<string, string> = {};
  const kept = (identity: TrainingIdentity): Checkpoints => {
    const own = identity.key.toString();
    const checkpoints = fileCheckpoints(fileOf(`${own}.checkpoint`), identity, { every: EVERY, seconds, found });
    const note = ({ parameters }: TrainingState): void => void (trained[own] = contentDigest(parameters));
    return {
      ...checkpoints,
      load: async (start) => {
        const state = await checkpoints.load(start);
        if (state !== undefined) note(state);
        return state;
      },
      save: async (state) => {
        await checkpoints.save(state);
        note(state);
      },
    };
  };
  const keep: PredictionAid["keep"] = (make) => {
    if (Object.keys(trained).length === 0) return make();
    const own = { model, key: key.toString(), cases: cases(), parameters: contentDigest(trained), backend: backendInUse()?.name ?? "none" };
    const file = fileOf(`${contentDigest([own.key, own.cases]).slice(0, 32)}.predictions`);
    return keptPredictions(file, own, make, () => say(`${task}: ${model} has its predictions from an earlier run`));
  };
  const seconds = (): number => before + Math.max(0, clock() - start) / 1000;
  return {
    aid: {
      ...(folder !== undefined && { checkpoints: kept }),
      ...(hear && { progress }),
    },
    predicting: {
      ...(folder !== undefined && { keep }),
      ...(hear && { progress: predicted }),
    },
    secondsBefore: () => before,
  };
}

/** A name for a file or folder. */
const plain = (name: string): string => name.replaceAll(/[^\p{L}\p{N}._]+/gu, "-");
