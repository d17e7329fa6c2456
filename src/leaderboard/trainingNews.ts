/** How far an entry's training has come. */
export interface TrainingNews {
  /** Name of the entry. */
  readonly model: string;
  /** Steps done, and steps in all. */
  readonly step: number;
  readonly steps: number;
  /** Mean loss of the last steps. */
  readonly loss: number;
}

/** The type of the annotations of a vitest test that carry such news, as JSON. */
export const TRAINING_NEWS = "simverdict/training";

/**
 * A line about a training.
 *
 * @param news how far it has come
 * @returns the entry, the steps, their share in whole per cent, and the loss
 * @example trainingLine({ model: "net", step: 150, steps: 400, loss: 0.12345 }) // => "net: step 150 of 400 (37 %), loss 0.1235"
 */
export function trainingLine({ model, step, steps, loss }: TrainingNews): string {
  return `${model}: step ${step} of ${steps} (${Math.floor((100 * step) / steps)} %), loss ${Number(loss.toPrecision(4))}`;
}
