/** How far an entry's training, or its rollouts, have come. */
export interface TrainingNews {
  /** Name of the entry. */
  readonly model: string;
  /** Steps done, of training or of rollouts, and steps in all. */
  readonly step: number;
  readonly steps: number;
  /** Mean loss of the last steps of training; absent where the steps are those of rollouts. */
  readonly loss?: number;
}

/** The type of the annotations of a vitest test that carry such news, as JSON. */
export const TRAINING_NEWS = "simverdict/training";

/**
 * A line about a training, or about rollouts.
 *
 * @param news how far it has come
 * @returns the entry, the steps, their share in whole per cent, and the loss if there is one
 * @example trainingLine({ model: "net", step: 150, steps: 400, loss: 0.12345 }) // => "net: step 150 of 400 (37 %), loss 0.1235"
 */
export function trainingLine({ model, step, steps, loss }: TrainingNews): string {
  const share = `${step} of ${steps} (${Math.floor((100 * step) / steps)} %)`;
  return loss === undefined ? `${model}: rollout step ${share}` : `${model}: step ${share}, loss ${Number(loss.toPrecision(4))}`;
}
