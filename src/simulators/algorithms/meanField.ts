import { compileNetwork, hazard, react } from "../reactions/compileNetwork.js";
import { Recorder } from "../reactions/recorder.js";
import { requirePositive } from "../reactions/requireNumber.js";
import { dormandPrince } from "./dormandPrince.js";
import type { ReactionAlgorithm } from "./reactionAlgorithm.js";

/** Options of `meanField`. */
export interface MeanFieldOptions {
  /** Error allowed per step, in counts, relative where events exceed one; positive and finite. Default 1e-9. */
  readonly tolerance?: number;
}

/**
 * The mean-field limit: the ordinary differential equations that exact simulations follow as counts grow.
 *
 * c_r' = a_r(X), X = X(0) + Σ_r c_r · change_r, with c_r the expected events so far: solved for c, so that what the
 * network conserves is conserved to rounding
 *
 * @param options the tolerance
 * @returns the algorithm; it draws nothing, and reports rounding below 0 as 0
 * @throws RangeError if the tolerance is not positive and finite, and from `simulate` if the solution explodes or the
 *   network or schedule is ill-formed
 * @source Kurtz 1970, "Solutions of ordinary differential equations as limits of pure jump Markov processes"
 * @example meanField().id // => "mean-field(tolerance=1e-9)"
 */
export function meanField({ tolerance = 1e-9 }: MeanFieldOptions = {}): ReactionAlgorithm {
  requirePositive("tolerance", tolerance);
  return {
    id: `mean-field(tolerance=${tolerance})`,
    draws: false,
    simulate(_, network, schedule) {
      const compiled = compileNetwork(network);
      const record = new Recorder(compiled, schedule);
      const { state, counts } = record;
      const { initial, source } = compiled;
      const stateAfter = (events: Float64Array): void => {
        state.set(initial);
        for (let r = 0; r < events.length; r++) react(compiled, state, r, events[r]);
      };
      const events = new Float64Array(counts.length);
      const before = new Float64Array(counts.length);
      const advance = dormandPrince(
        (y, slope) => {
          stateAfter(y);
          for (let r = 0; r < slope.length; r++) slope[r] = state[source[r]] * hazard(compiled, state, r);
        },
        events,
        tolerance,
      );
      for (let i = 0; i < record.intervals; i++) {
        before.set(events);
        advance(record.length);
        stateAfter(events);
        for (let r = 0; r < counts.length; r++) counts[r] = Math.max(0, events[r] - before[r]);
        for (let s = 0; s < state.length; s++) state[s] = Math.max(0, state[s]);
        record.close();
      }
      return record.trajectory();
    },
  };
}
