import type { ErrorLaw } from "../../../src/simulators/mechanisms/errorLaw.js";

/** ∂ log p(x | path, s)/∂path by central differences, shape [n]; relative error about 1e-9. */
export function numericalScore(law: ErrorLaw, x: readonly number[], path: readonly number[], scale: number): number[] {
  return path.map((mean, i) => {
    const h = 1e-4 * Math.abs(mean);
    const at = (shift: number): number => law.logLikelihood(x, path.with(i, mean + shift), scale);
    return (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
  });
}

/** V⁻¹(x − path)/s² from `whiten`, which is symmetric only where V is diagonal: uᵀV⁻¹r for every unit vector u. */
export function whitenedScore(law: ErrorLaw, x: readonly number[], path: readonly number[], scale: number): number[] {
  const units = path.map((_, i) => Float64Array.from(path, (_value, j) => (i === j ? 1 : 0)));
  const residual = Float64Array.from(path, (mean, i) => x[i] - mean);
  law.whiten(path, [residual, ...units]);
  return units.map((unit) => unit.reduce((sum, value, i) => sum + value * residual[i], 0) / scale ** 2);
}
