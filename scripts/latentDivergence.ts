import type { FittedBodies } from "simverdict";
import { bodyBound } from "../src/models/epns/bodies/bodyBound.js";
import { bodyWindows, trajectoryTransitions } from "../src/models/epns/bodies/bodyWindows.js";
import type { BodyTransition } from "../src/models/epns/bodies/incrementScales.js";
import { upload } from "../src/nn/hostTensor.js";
import { tf } from "../src/nn/tf.js";

/** What the posterior tells about a transition that the prior does not know: mean KL(q(z | h, x') ‖ p(z | h)), in nats per body. */
export function latentDivergence({ model, parameters, scales }: FittedBodies, transitions: readonly BodyTransition[]): number {
  const windows = bodyWindows(trajectoryTransitions([...transitions]), scales, 1);
  const { states, targets } = windows.batch(transitions.map((_, at) => at));
  const [count, , ...bodies] = targets.shape;
  return tf.tidy(() => {
    const inputs = upload({ state: { data: states.data, shape: [count, ...states.shape.slice(2)] }, target: { data: targets.data, shape: [count, ...bodies] } });
    // the divergence has a closed form, which no draw of the latents enters
    const { divergence } = bodyBound(model, upload(parameters), { ...inputs, latents: tf.zeros([count, ...bodies]) });
    return tf.mean(tf.sum(divergence, 1)).dataSync()[0];
  });
}
