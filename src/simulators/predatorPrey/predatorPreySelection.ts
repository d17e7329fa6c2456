import { gaussianErrors } from "../mechanisms/gaussianErrors.js";
import { type MechanismWorld, mechanismWorld } from "../mechanisms/mechanismWorld.js";
import { predatorPreySkeleton } from "./predatorPreySkeleton.js";

/**
 * World (A3): log densities of prey and predators at t = 1 … 20 with independent normal errors of unknown σ.
 *
 * y = path(θ) + σ ε: Lotka–Volterra with logistic prey, or Holling's response of type II; r ∈ [.5, 1.5],
 * K ∈ [8, 30], a ∈ [.2, .8], d ∈ [.2, .6], h ∈ [.2, 1], σ ∈ [.2, .6], all log-uniform
 *
 * @returns the world; a series holds 40 log densities, prey before predators, day by day
 * @source Project definition of the task predator-prey (mechanism selection)
 * @example predatorPreySelection().skeletons.map(({ id }) => id) // => ["Lotka-Volterra", "Holling II"]
 */
export function predatorPreySelection(): MechanismWorld {
  return mechanismWorld({
    id: "predator-prey",
    skeletons: [predatorPreySkeleton("Lotka-Volterra"), predatorPreySkeleton("Holling II")],
    errors: gaussianErrors({ scale: { name: "sigma", lower: 0.2, upper: 0.6 } }),
  });
}
