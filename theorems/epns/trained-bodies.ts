import { type BodyModel, type BodyTraining, celestial, fitBodies, type FittedBodies, type Key, trajectory } from "simverdict";

/** The world of bodies in which nets are trained and judged. */
export const CELESTIAL = celestial();
/** Time between observations. */
const DT = 0.1;
/** Observations in a trajectory, the initial state among them: 100 transitions. */
const OBSERVATIONS = 101;

/** What a net of bodies is trained on, and for how long. */
export interface BodyNetBudget {
  /** Trajectories of 100 transitions. */
  readonly trajectories: number;
  readonly steps: number;
}

/** Trajectories and nets that this process has made: the worlds of a theorem often need the same ones. */
const simulated = new Map<string, Float64Array[][]>();
const trained = new Map<string, Promise<FittedBodies>>();

/** The first trajectories under a key; all nets of a theorem see the same ones. */
export function trainingTrajectories(count: number, key: Key): Float64Array[][] {
  const known = simulated.get(key.toString()) ?? [];
  simulated.set(key.toString(), known);
  while (known.length < count) known.push(trajectory(CELESTIAL, key.fold("trajectories").fold(known.length), OBSERVATIONS));
  return known.slice(0, count);
}

/**
 * A model trained on trajectories of `celestial`, once in a process for equal arguments. Models are told apart by their ids,
 * and every seed of training gets its own key: `key.fold(seed)`.
 */
export function trainedBodies(model: BodyModel, { trajectories, ...training }: BodyNetBudget & Omit<BodyTraining, "dt">, key: Key): Promise<FittedBodies> {
  const name = JSON.stringify([key.toString(), model.id, trajectories, training]);
  const net = trained.get(name) ?? fitBodies(model, trainingTrajectories(trajectories, key), { dt: DT, ...training }, key.fold("net"));
  trained.set(name, net);
  return net;
}
