/** What compiling a function has cost. */
export interface CompileCost {
  /** As of `LoadedGraph`. */
  readonly nodes: number;
  readonly bytes: number;
  /** Time from the function to the session that runs it, if there was a clock. */
  readonly milliseconds?: number | undefined;
}

/**
 * The cost of compiling, as a line for people.
 *
 * @param cost the cost
 * @returns number of nodes, size, and time where it is known
 * @example describeCost({ nodes: 61, bytes: 12345, milliseconds: 41.7 }) // => "61 nodes, 12.3 kB, compiled in 42 ms"
 */
export function describeCost({ nodes, bytes, milliseconds }: CompileCost): string {
  const time = milliseconds === undefined ? "" : `, compiled in ${milliseconds.toFixed(0)} ms`;
  return `${nodes} node${nodes === 1 ? "" : "s"}, ${(bytes / 1000).toFixed(1)} kB${time}`;
}
