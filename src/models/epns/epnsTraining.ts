import { adamRates } from "../../nn/adam.js";
import type { TrainingAid } from "../../nn/checkpoint/trainingAid.js";
import { cosineSchedule } from "../../nn/cosineSchedule.js";
import type { HostTensor } from "../../nn/hostTensor.js";
import type { TrainingTask } from "../../nn/training.js";

/** How an EPNS or a rival is trained, all of them by the same rules, and what a long training is given. */
export interface EpnsTraining extends TrainingAid {
  /** Number of training steps, an integer ≥ 1. */
  readonly steps: number;
  /** Transitions (with a horizon: windows of them) in a step, an integer ≥ 1; 128 if not given. */
  readonly batch?: number;
  /** Largest learning rate of the cosine schedule, positive; 2e-3 if not given, good at hidden 32, as 4e-3 is at 16. */
  readonly learningRate?: number;
  /** λ ≥ 0, nats for each latent of a body or an entity that cost nothing, on average over them; 0 if not given. */
  readonly freeBits?: number;
  /** T, how many steps the model is unrolled on its own samples: an integer ≥ 1; 1 if not given, which is one-step training. */
  readonly horizon?: number;
}

/** Steps in which the learning rate rises. */
const WARM_UP = 50;
/** Length to which gradients are clipped. */
const GRADIENT_NORM = 5;
/** The weight of the divergence before training, and the share of the steps in which it rises to 1. */
const [LEAST_WEIGHT, ANNEALING] = [0.1, 0.27];

/**
 * The weight of the divergence, annealed: latents are cheap to use at first.
 *
 * β(t) = .1 + .9 min(1, t / (.27 T))
 *
 * @param step t, counted from 0
 * @param steps T, an integer ≥ 1
 * @returns β in [.1, 1]
 * @source Bowman et al. 2015, "Generating sentences from a continuous space", arXiv 1511.06349 (annealing)
 * @example klWeight(27, 100) // => 1
 */
export function klWeight(step: number, steps: number): number {
  return LEAST_WEIGHT + (1 - LEAST_WEIGHT) * Math.min(1, step / (ANNEALING * steps));
}

/**
 * What the training of bodies and of cells has in common; all but the data and the loss.
 *
 * Adam, a cosine schedule after 50 steps of warm-up (half the steps, if there are fewer than 100), gradients clipped to
 * length 5; batch 128, one-step training, no free bits
 *
 * @param training the options
 * @returns the options with all defaults, the rules of `train`, and the input that carries the weight of the divergence
 * @throws RangeError if an option is out of its domain
 */
export function epnsTraining(training: EpnsTraining): {
  readonly options: Required<Omit<EpnsTraining, keyof TrainingAid>>;
  readonly rules: Pick<TrainingTask, "steps" | "learningRate" | "gradientNorm">;
  readonly klWeight: (step: number) => HostTensor;
} {
  const { steps, batch = 128, learningRate = 2e-3, freeBits = 0, horizon = 1 } = training;
  for (const [name, value] of Object.entries({ steps, batch, horizon })) {
    if (!(Number.isSafeInteger(value) && value >= 1)) throw new RangeError(`${name} must be an integer >= 1, got ${value}`);
  }
  if (!(freeBits >= 0 && freeBits < Infinity)) throw new RangeError(`freeBits must be finite and >= 0, got ${freeBits}`);
  adamRates(learningRate, 0, 1); // refuses a bad rate
  return {
    options: { steps, batch, learningRate, freeBits, horizon },
    rules: {
      steps,
      learningRate: cosineSchedule({ peak: learningRate, steps, warmUp: Math.min(WARM_UP, Math.floor(steps / 2)) }),
      gradientNorm: GRADIENT_NORM,
    },
    klWeight: (step) => ({ data: Float32Array.of(klWeight(step, steps)), shape: [] }),
  };
}
