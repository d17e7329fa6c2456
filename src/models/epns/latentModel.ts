import type { HostTensors, Tensors } from "../../nn/hostTensor.js";
import type { tf } from "../../nn/tf.js";
import type { Key } from "../../random/key.js";
import type { Gaussian } from "./gaussian.js";

/**
 * A learned transition p(x' | x) = ∫ p(x' | z, h(x)) p(z | h(x)) dz, as pure functions of its parameters.
 *
 * The four parts are those of Lemma 1: if the forward model, the prior and the decoder are equivariant, so are the
 * laws of rollouts. The posterior is what training needs beside them.
 *
 * @typeParam State a batch of states on the backend
 * @typeParam Output what the decoder says of a batch of next states
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (EPNS: a conditional variational autoencoder in time)
 */
export interface LatentModel<State, Output> {
  readonly id: string;
  /** Fresh parameters; equal keys give equal ones. */
  readonly init: (key: Key) => HostTensors;
  /** Forward model: x → h. */
  readonly forward: (parameters: Tensors, state: State) => Tensors;
  /** h → p(z | h). */
  readonly prior: (parameters: Tensors, hidden: Tensors) => Gaussian;
  /** h, target → q(z | h, x'). */
  readonly posterior: (parameters: Tensors, hidden: Tensors, target: tf.Tensor) => Gaussian;
  /** h, z → p(x' | z, h). */
  readonly decode: (parameters: Tensors, hidden: Tensors, latents: tf.Tensor) => Output;
}
