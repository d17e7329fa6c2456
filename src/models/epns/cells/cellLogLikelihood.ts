import { type HostTensors, type Tensors, upload } from "../../../nn/hostTensor.js";
import { tf } from "../../../nn/tf.js";
import type { Key } from "../../../random/key.js";
import type { CellLattice } from "../../../simulators/lattice/cellLattice.js";
import { gaussianLogDensity, gaussianSample } from "../gaussian.js";
import { noiseTensor } from "../../../nn/noiseTensor.js";
import { requireParameters } from "../requireParameters.js";
import { cellBatch } from "./cellBatch.js";
import { cellBound } from "./cellBound.js";
import { cellWindows } from "./cellWindows.js";
import type { FittedCells } from "./fitCells.js";
import { siteLogProbability } from "./siteLogProbability.js";

/** A lattice and the next one. */
export type CellTransition = readonly [CellLattice, CellLattice];

/**
 * How likely a model says transitions are: a lower bound, in nats per site.
 *
 * 1/N log p(x' | x) for N sites, bounded by one unbiased draw of the evidence bound (K = 1, with the divergence in closed
 * form), or by 1/N log 1/K Σ_k p(x' | z_k) p(z_k) / q(z_k), z_k ~ q (K > 1): a bound in expectation, that rises to the
 * log-likelihood with K
 *
 * @param fitted the trained model
 * @param transitions lattices and next ones, all of one size and with one number of cells
 * @param options the key of the latents, and K, an integer ≥ 1; 1 if not given
 * @returns one bound for each transition; transition i has latents of its own, under key · i
 * @throws RangeError if the parameters are not the model's, there is no transition, a lattice is malformed, has an empty cell,
 *   differs from the others or is none that the model takes, or K leaves its domain
 * @source Burda, Grosse & Salakhutdinov 2015, "Importance weighted autoencoders", arXiv 1509.00519, equation 8;
 *   Kingma & Welling 2013, arXiv 1312.6114, equation 3
 */
export function cellLogLikelihood(
  fitted: Pick<FittedCells, "model" | "parameters">,
  transitions: readonly CellTransition[],
  options: { readonly key: Key; readonly samples?: number },
): Float64Array {
  const { key, samples = 1 } = options;
  if (!(Number.isSafeInteger(samples) && samples >= 1)) throw new RangeError(`samples must be an integer >= 1, got ${samples}`);
  requireParameters(fitted.model, fitted.parameters);
  if (transitions.length === 0) throw new RangeError("transitions must hold at least one, got none");
  const { batch, entities } = cellWindows(transitions, 1, fitted.model);
  const bounds = new Float64Array(transitions.length);
  const together = cellBatch(transitions[0][0]);
  for (let start = 0; start < bounds.length; start += together) {
    const rows = Array.from({ length: Math.min(together, bounds.length - start) }, (_, i) => start + i);
    const noise = (draw: number): HostTensors => {
      const each = rows.map((row) => noiseTensor(key.fold(row).fold(draw), [entities, fitted.model.latents]).data);
      const data = Float32Array.from(each.flatMap((values) => Array.from(values)));
      return { latents: { data, shape: [rows.length, entities, fitted.model.latents] } };
    };
    tf.tidy(() => {
      const { occupancy, kinds, "target/0": target } = upload(batch(rows));
      const given = { occupancy, kinds, target };
      const found = samples === 1 ? elbo(fitted, { ...given, ...upload(noise(0)) }) : importanceWeighted(fitted, given, noise, samples);
      bounds.set(found, start);
    });
  }
  return bounds;
}

type Fitted = Pick<FittedCells, "model" | "parameters">;

function elbo({ model, parameters }: Fitted, inputs: Tensors): Float32Array {
  const { fit, divergence } = cellBound(model, upload(parameters), inputs);
  return tf.sub(fit, tf.sum(divergence, 1)).dataSync<"float32">();
}

/** The forward model runs once for all latents; the weights are summed in float64. */
function importanceWeighted({ model, parameters }: Fitted, inputs: Tensors, noise: (draw: number) => HostTensors, samples: number): number[] {
  const p = upload(parameters);
  const hidden = model.forward(p, inputs);
  const [prior, posterior] = [model.prior(p, hidden), model.posterior(p, hidden, inputs.target)];
  const [batch, , size] = inputs.target.shape as [number, number, number];
  const sites = size * size;
  const logWeights = Array.from({ length: samples }, (_, draw) =>
    tf.tidy(() => {
      const latents = gaussianSample(posterior, upload(noise(draw)).latents);
      const fit = tf.mul(siteLogProbability(model.decode(p, hidden, latents), inputs.target), sites);
      const ratio = tf.sum(tf.sub(gaussianLogDensity(prior, latents), gaussianLogDensity(posterior, latents)), [1, 2]);
      return tf.add(fit, ratio).dataSync<"float32">();
    }),
  );
  return Array.from({ length: batch }, (_, b) => {
    const largest = Math.max(...logWeights.map((row) => row[b]));
    const mean = logWeights.reduce((sum, row) => sum + Math.exp(row[b] - largest), 0) / samples;
    return (largest + Math.log(mean)) / sites;
  });
}
