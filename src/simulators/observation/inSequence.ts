import type { ObservationModel } from "./observationModel.js";

/**
 * Several observation models, one after another.
 *
 * y = O_m(… O_2(O_1(counts))); means compose as every model's mean is linear in its counts
 *
 * @param models O_1, …, O_m in the order in which they act; none leaves counts as they are
 * @returns their composition
 * @example inSequence([underReporting({ probability: 0.5 }), reportingDelay({ pmf: [0, 1] })]).mean([4, 2]) // => Float64Array.of(0, 2)
 */
export function inSequence(models: readonly ObservationModel[]): ObservationModel {
  return {
    id: models.map(({ id }) => id).join(" then ") || "as they are",
    sample: (stream, counts) => models.reduce<Float64Array>((seen, model) => model.sample(stream, seen), Float64Array.from(counts)),
    mean: (counts) => models.reduce<Float64Array>((seen, model) => model.mean(seen), Float64Array.from(counts)),
  };
}
