/** The shares of rollouts that are below the lines of a fan. */
export const FAN_SHARES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/**
 * How a statistic of rollouts spreads with time: its median, and the bands that hold 50 % and 90 % of the rollouts.
 *
 * q_p(t) = x_(⌈p R⌉), the smallest value with at least a share p of the rollouts at or below it
 *
 * @param rollouts the statistic of each at each time, shape [R, T], R ≥ 1; a rollout may end early, and counts while
 *   it lasts
 * @returns a line for each of `FAN_SHARES`, shape [5, T'], T' the times at which at least half of the rollouts are left
 * @throws RangeError if there is no rollout, or a value is not finite
 * @source Hyndman & Fan 1996, "Sample quantiles in statistical packages" (definition 1)
 * @example quantileFan([[1], [2], [3]]) // => [[1], [1], [2], [3], [3]]
 */
export function quantileFan(rollouts: readonly (readonly number[])[]): number[][] {
  if (rollouts.length === 0) throw new RangeError("rollouts must hold at least one, got none");
  const times = rollouts.map((values) => values.length).sort((a, b) => b - a)[Math.ceil(rollouts.length / 2) - 1];
  const sorted = Array.from({ length: times }, (_, t) => {
    const values = rollouts.flatMap((one, r) => {
      if (t >= one.length) return [];
      if (!Number.isFinite(one[t])) throw new RangeError(`rollouts must hold finite numbers, got ${one[t]} in rollout ${r} at time ${t}`);
      return [one[t]];
    });
    return values.sort((a, b) => a - b);
  });
  return FAN_SHARES.map((share) => sorted.map((values) => values[Math.max(0, Math.ceil(share * values.length - 1e-9) - 1)]));
}
