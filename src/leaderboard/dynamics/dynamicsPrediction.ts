/** What is asked of a simulator of a stochastic system, in numbers. */
export interface DynamicsQuestion {
  /** Names of the statistics of a state. */
  readonly statistics: readonly string[];
  /** Observations ahead, increasing integers ≥ 1. */
  readonly horizons: readonly number[];
  /** R, rollouts in an ensemble, an integer ≥ 2. */
  readonly rollouts: number;
}

/** Values of statistics at each horizon in an ensemble, shape [horizons][statistics][R]; null where the rollout was lost before. */
export type EnsembleValues = readonly (readonly (readonly (number | null)[])[])[];

/** What an entry says of one case. */
export interface DynamicsPrediction {
  /** log p(b | a) of the case's transition, in nats per body or site: exact or a lower bound; null where there is no density. */
  readonly logLikelihood: number | null;
  /** An ensemble of rollouts from the case's start. */
  readonly ensemble: EnsembleValues;
}

/** What a prediction is judged against. */
export interface DynamicsTruth {
  /** An ensemble of the simulator from the same start; it never loses a rollout. */
  readonly ensemble: readonly (readonly (readonly number[])[])[];
  /** One further rollout of the simulator: statistics at each horizon, shape [horizons][statistics]. */
  readonly observed: readonly (readonly number[])[];
}

/**
 * Check that a prediction answers the question: shapes, and numbers that are finite or null.
 *
 * @param question the sizes
 * @returns the check of one prediction: a rollout that was lost must stay so
 * @throws RangeError from the check, saying what is wrong and where
 */
export function checkDynamicsPrediction({ statistics, horizons, rollouts }: DynamicsQuestion): (prediction: DynamicsPrediction) => void {
  const shape = `[${horizons.length}, ${statistics.length}, ${rollouts}]`;
  return (prediction) => {
    const { logLikelihood, ensemble } = Object(prediction) as Partial<DynamicsPrediction>;
    if (logLikelihood !== null && !Number.isFinite(logLikelihood)) {
      throw new RangeError(`logLikelihood must be finite or null, got ${String(logLikelihood)}`);
    }
    const hasShape =
      isArray(ensemble, horizons.length) &&
      ensemble.every((values) => isArray(values, statistics.length) && values.every((row) => isArray(row, rollouts)));
    if (!hasShape) throw new RangeError(`ensemble must have shape ${shape}`);
    ensemble.forEach((values, h) =>
      values.forEach((row, s) =>
        row.forEach((value, r) => {
          const at = `${statistics[s]} of rollout ${r} after ${horizons[h]} observations`;
          if (value !== null && !Number.isFinite(value)) throw new RangeError(`${at} must be finite, or null where the rollout was lost, got ${String(value)}`);
          if (value === null && values.some((other) => other[r] !== null)) throw new RangeError(`${at} is null, but other statistics of it are not`);
          if (value !== null && h > 0 && ensemble[h - 1][s][r] === null) throw new RangeError(`${at} must be null, for the rollout was lost before`);
        }),
      ),
    );
  };
}

const isArray = (value: unknown, length: number): value is readonly unknown[] => Array.isArray(value) && value.length === length;
