import type { CompiledNetwork } from "./compileNetwork.js";
import { requireCount, requirePositive } from "./requireNumber.js";
import type { Schedule, ReactionTrajectory } from "./reactionTrajectory.js";

/**
 * Collects the trajectory of a running algorithm, interval by interval.
 *
 * events_r(i) = Σ of the counts of reaction r since interval i began; states_s(i) = X_s at the end of interval i
 */
export class Recorder {
  /** X, shape [species]; the algorithm writes to it. */
  readonly state: Float64Array;
  /** Events since the interval began, shape [reactions]; the algorithm adds to it, `close` empties it. */
  readonly counts: Float64Array;
  readonly intervals: number;
  readonly length: number;
  readonly #network: CompiledNetwork;
  readonly #events: readonly Float64Array[];
  readonly #states: readonly Float64Array[];
  #interval = 0;

  /**
   * @param network the compiled network
   * @param schedule the intervals
   * @throws RangeError if the number of intervals or their length lies outside its domain
   */
  constructor(network: CompiledNetwork, { intervals, length = 1 }: Schedule) {
    this.intervals = requireCount("intervals", intervals, 1);
    this.length = requirePositive("length", length);
    this.state = network.initial.slice();
    this.counts = new Float64Array(network.names.length);
    this.#network = network;
    this.#events = network.names.map(() => new Float64Array(intervals));
    this.#states = network.species.map((_, s) => new Float64Array(intervals + 1).fill(network.initial[s]));
  }

  /** Ends the current interval with the present state and counts. */
  close(): void {
    const i = this.#interval++;
    for (let r = 0; r < this.counts.length; r++) this.#events[r][i] = this.counts[r];
    for (let s = 0; s < this.state.length; s++) this.#states[s][i + 1] = this.state[s];
    this.counts.fill(0);
  }

  /** @returns what was recorded */
  trajectory(): ReactionTrajectory {
    const { names, species } = this.#network;
    return {
      events: Object.fromEntries(names.map((name, r) => [name, this.#events[r]])),
      states: Object.fromEntries(species.map((name, s) => [name, this.#states[s]])),
    };
  }
}
