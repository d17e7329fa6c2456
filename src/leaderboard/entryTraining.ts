import { join } from "node:path";
import type { Tier } from "../harness/tier.js";
import { fileCheckpoints } from "../nn/checkpoint/fileCheckpoints.js";
import type { TrainingAid } from "../nn/checkpoint/trainingAid.js";
import type { TrainingNews } from "./trainingNews.js";

/** Steps between two states of a training that are kept. */
const EVERY = 50;

/** The trainings of one entry, kept and shown. */
export interface EntryTraining {
  readonly aid: TrainingAid;
  /** Seconds that went by before this run, up to the states that trainings went on from. */
  readonly secondsBefore: () => number;
}

/**
 * Keep and show the trainings of one entry.
 *
 * A training has the file `TIER/TASK/ENTRY-KEY.checkpoint`, in the folder of checkpoints: every training needs a key of its
 * own.
 *
 * @param about the entry: tier, id of its task, name
 * @param to the folder of checkpoints and who hears how trainings go on, per cent by per cent, each left out where nothing is kept or shown; the
 *   time in milliseconds; and who is told, in a line, that a training goes on from its checkpoint
 * @returns what the entry is given, and the time that it had taken before
 */
export function entryTraining(
  { tier, task, model }: { readonly tier: Tier; readonly task: string; readonly model: string },
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
  const seconds = (): number => before + Math.max(0, clock() - start) / 1000;
  return {
    aid: {
      ...(folder !== undefined && {
        checkpoints: (identity) =>
          fileCheckpoints(join(folder, tier, plain(task), `${plain(model)}-${identity.key.toString()}.checkpoint`), identity, { every: EVERY, seconds, found }),
      }),
      ...(hear && { progress }),
    },
    secondsBefore: () => before,
  };
}

/** A name for a file or folder. */
const plain = (name: string): string => name.replaceAll(/[^\p{L}\p{N}._]+/gu, "-");
