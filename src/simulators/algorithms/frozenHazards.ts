import { binomial } from "../../random/binomial.js";
import type { Stream } from "../../random/stream.js";
import { type CompiledNetwork, compileNetwork, hazard, react } from "../reactions/compileNetwork.js";
import { Recorder } from "../reactions/recorder.js";
import type { ReactionNetwork } from "../reactions/reactionNetwork.js";
import { requirePositive } from "../reactions/requireNumber.js";
import type { Schedule, ReactionTrajectory } from "../reactions/reactionTrajectory.js";

/**
 * Runs a network in steps during which all hazards stay as they were at the step's beginning.
 *
 * Within a step an individual of a source meets at most one event: none with probability e^(−H dt), H = Σ h_r over the
 * reactions of that source, and reaction r with a share h_r/H of the rest. All numbers come from the old state; the
 * events of one source are split one after another: n₁ of n with h₁/H, then n₂ of n − n₁ with h₂/(h₂ + h₃ + …), and so on.
 *
 * @param network the network as data
 * @param schedule the intervals, each a whole number of steps long
 * @param step dt, positive and finite
 * @param stream source of randomness: Binomial(n, p) of n individuals meet an event; without it their mean np does
 * @returns the trajectory
 * @throws RangeError if the step is not positive or does not divide the length of an interval
 */
export function frozenHazards(network: ReactionNetwork, schedule: Schedule, step: number, stream?: Stream): ReactionTrajectory {
  const compiled = compileNetwork(network);
  const record = new Recorder(compiled, schedule);
  const steps = stepsPerInterval(step, record.length);
  const { state, counts } = record;
  const { exitStart, exits, species } = compiled;
  const hazards = Float64Array.from(compiled.rate);
  const varying = varyingReactions(compiled);
  /** 1 − e^(−H dt) by species; computed once where no hazard varies. */
  const leaving = new Float64Array(species.length);
  const isVarying = new Uint8Array(species.length);
  for (const r of varying) isVarying[compiled.source[r]] = 1;
  const events = new Float64Array(hazards.length);
  for (let i = 0; i < record.intervals; i++) {
    for (let j = 0; j < steps; j++) {
      for (let v = 0; v < varying.length; v++) hazards[varying[v]] = hazard(compiled, state, varying[v]);
      for (let s = 0; s < species.length; s++) {
        const end = exitStart[s + 1];
        if (isVarying[s] === 1 || (i === 0 && j === 0)) leaving[s] = -Math.expm1(-step * sumFrom(exitStart[s], end, exits, hazards));
        let left = share(state[s], leaving[s], stream);
        for (let at = exitStart[s]; at < end; at++) {
          const r = exits[at];
          const taken = at === end - 1 || left === 0 ? left : share(left, hazards[r] / sumFrom(at, end, exits, hazards), stream);
          events[r] = taken;
          left -= taken;
        }
      }
      for (let r = 0; r < events.length; r++) {
        if (events[r] === 0) continue;
        counts[r] += events[r];
        react(compiled, state, r, events[r]);
      }
    }
    record.close();
  }
  return record.trajectory();
}

/** How many of n individuals meet an event of probability p. */
function share(n: number, p: number, stream: Stream | undefined): number {
  return n > 0 && p > 0 ? (stream === undefined ? n * p : binomial(stream, n, p)) : 0;
}

/** Σ of the hazards of one source, from one of its reactions on. */
function sumFrom(start: number, end: number, exits: Int32Array, hazards: Float64Array): number {
  let sum = 0;
  for (let at = start; at < end; at++) sum += hazards[exits[at]];
  return sum;
}

/** The reactions whose hazard depends on the state. */
function varyingReactions({ contactStart, rate }: CompiledNetwork): Int32Array {
  return Int32Array.from(rate.keys()).filter((r) => contactStart[r] < contactStart[r + 1]);
}

/** How many steps an interval takes. */
function stepsPerInterval(step: number, length: number): number {
  requirePositive("step", step);
  const steps = Math.round(length / step);
  if (!(steps >= 1 && Math.abs(steps * step - length) <= 1e-9 * length)) {
    throw new RangeError(`step must divide the length ${length} of an interval, got ${step}`);
  }
  return steps;
}
