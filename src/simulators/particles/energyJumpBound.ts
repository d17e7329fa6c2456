/** What one observation of `celestial` may do to the energy. */
export interface EnergyJumpConditions {
  /** A bound of the kinetic energy throughout; positive and finite. */
  readonly kineticEnergy: number;
  /** The probability of a larger jump, in (0, 1). */
  readonly probability: number;
  /** n, an integer ≥ 1; default 5. */
  readonly bodies?: number;
  /** The largest mass, positive and finite; default 1.5. */
  readonly mass?: number;
  /** b of dv = a dt + b dW, positive and finite; default .1. */
  readonly diffusion?: number;
  /** Δt, the time of an observation, positive and finite; default .1. */
  readonly time?: number;
}

/**
 * A change of total energy that one observation of `celestial` exceeds at most with a given probability.
 *
 * Random kicks change E by ∫ b Σ m v · dW + (3/2) b² Σm Δt. While K ≤ k, the first term is a martingale of quadratic
 * variation q ≤ 2 m k b² Δt, and P(|·| ≥ x) ≤ 2 e^{−x²/2q}. So J = √(2 q log(2/p)) + (3/2) b² n m Δt
 *
 * @param conditions k, p, and the constants of the simulator, whose defaults are those of the benchmark
 * @returns J, in units of mass · velocity²; the integrator's error comes on top
 * @throws RangeError if a number leaves its domain
 * @source Bernstein's inequality for continuous martingales: Revuz & Yor 1999, "Continuous martingales and Brownian
 *   motion", exercise IV.3.16
 * @example energyJumpBound({ kineticEnergy: 250, probability: 1e-6 }) > 4 // => true
 */
export function energyJumpBound(conditions: EnergyJumpConditions): number {
  const { kineticEnergy, probability, bodies = 5, mass = 1.5, diffusion = 0.1, time = 0.1 } = conditions;
  for (const [name, value] of Object.entries({ kineticEnergy, mass, diffusion, time })) {
    if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be positive and finite, got ${value}`);
  }
  if (!(probability > 0 && probability < 1)) throw new RangeError(`probability must be in (0, 1), got ${probability}`);
  if (!(Number.isSafeInteger(bodies) && bodies >= 1)) throw new RangeError(`bodies must be an integer >= 1, got ${bodies}`);
  const variation = 2 * mass * kineticEnergy * diffusion ** 2 * time;
  return Math.sqrt(2 * variation * Math.log(2 / probability)) + 1.5 * diffusion ** 2 * bodies * mass * time;
}
