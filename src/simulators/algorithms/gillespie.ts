import { compileNetwork, hazard, react } from "../reactions/compileNetwork.js";
import { Recorder } from "../reactions/recorder.js";
import { requireCount } from "../reactions/requireNumber.js";
import type { ReactionAlgorithm } from "./reactionAlgorithm.js";
import { requireWholeCounts } from "./requireWholeCounts.js";

/** Options of `gillespie`. */
export interface GillespieOptions {
  /** The most events of one trajectory, a whole number ≥ 1; populations can grow without bound. Default 1e8. */
  readonly maxEvents?: number;
}

/**
 * The exact stochastic simulation algorithm, by the direct method.
 *
 * a_r = X_source h_r, A = Σ a_r; the next event comes after a time −log(1 − u)/A and is reaction r with probability
 * a_r/A; where A = 0 nothing happens any more
 *
 * @param options the guard against networks that explode
 * @returns the algorithm
 * @throws RangeError if maxEvents is no whole number ≥ 1, and from `simulate` if a trajectory needs more events, a count
 *   is not whole, or the network or schedule is ill-formed
 * @source Gillespie 1977, "Exact stochastic simulation of coupled chemical reactions"
 * @example gillespie().id // => "gillespie"
 */
export function gillespie({ maxEvents = 1e8 }: GillespieOptions = {}): ReactionAlgorithm {
  requireCount("maxEvents", maxEvents, 1);
  return {
    id: "gillespie",
    draws: true,
    simulate(stream, network, schedule) {
      const compiled = compileNetwork(requireWholeCounts(network));
      const record = new Recorder(compiled, schedule);
      const { state, counts, intervals, length } = record;
      const { source, names } = compiled;
      const reactions = names.length;
      const propensities = new Float64Array(reactions);
      let time = 0;
      let events = 0;
      for (let i = 1; i <= intervals; i++) {
        const end = i * length;
        for (;;) {
          let total = 0;
          let last = 0;
          for (let r = 0; r < reactions; r++) {
            const a = state[source[r]] * hazard(compiled, state, r);
            propensities[r] = a;
            if (a > 0) last = r;
            total += a;
          }
          if (!(total > 0)) break;
          // The memoryless wait may start again at an interval's end: the time that was left is exponential once more.
          time -= Math.log(1 - stream.uniform()) / total;
          if (time >= end) break;
          if (++events > maxEvents) throw new RangeError(`maxEvents must cover a trajectory of ${network.id}, got ${maxEvents}`);
          let rest = stream.uniform() * total;
          let r = 0;
          while (r < last && rest >= propensities[r]) rest -= propensities[r++];
          counts[r]++;
          react(compiled, state, r, 1);
        }
        time = end;
        record.close();
      }
      return record.trajectory();
    },
  };
}
