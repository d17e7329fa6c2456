import { type Key, rolloutEnsemble, type RolloutSteps } from "simverdict";
import type { FanPicture } from "../src/report/pictures/picturesRecord.js";
import { quantileFan } from "../src/report/pictures/quantileFan.js";
import type { Dynamics, NetBudget } from "../theorems/epns/dynamics.js";

/** Who rolls out, by name. */
export type Steps<S> = Readonly<Record<string, RolloutSteps<S>>>;

/** The simulator, and both models trained under a key. */
export async function kernels<S>(world: Dynamics<S>, budget: NetBudget, key: Key): Promise<Steps<S>> {
  return { simulator: world.simulator, EPNS: await world.contender("epns", budget, key), PNS: await world.contender("pns", budget, key) };
}

/** Four significant digits: what a picture shows. */
export const rounded = (value: number): number => Number(value.toPrecision(4));

/** Statistics of a state, by their labels. */
type Features<S> = Readonly<Record<string, (state: S) => number>>;

/** Fans of features along rollouts from one start, the start's own values first: each model's upon the simulator's. */
export async function fansOf<S>(steps: Steps<S>, start: S, sizes: { readonly rollouts: number; readonly steps: number }, features: Features<S>, time: { readonly label: string; readonly unit: number }, key: Key): Promise<FanPicture["panels"]> {
  const values = Array.from({ length: sizes.steps + 1 }, (_, t) => rounded(t * time.unit));
  const paths: [string, S[][]][] = [];
  for (const [name, own] of Object.entries(steps)) {
    const [rollouts] = await rolloutEnsemble(own, [start], sizes, key.fold(name));
    paths.push([name, rollouts.map(({ states }) => [start, ...states])]);
  }
  return Object.entries(features).flatMap(([label, feature]) => {
    const [truth, ...models] = paths.map(([name, states]) => ({
      name,
      lines: quantileFan(states.map((path) => path.map(feature))).map((line) => line.map((value) => rounded(value))),
    }));
    return models.map((model) => ({ title: model.name, x: { label: time.label, values }, y: label, fans: [truth, model] }));
  });
}
