import { BODY, requireBodies } from "../../../../simulators/particles/requireBodies.js";

/**
 * How far the principal axes of bodies are from being arbitrary.
 *
 * min(λ₁ − λ₂, λ₂ − λ₃)/λ₁ for the eigenvalues λ₁ ≥ λ₂ ≥ λ₃ of C = Σ m_i x_i x_iᵀ / Σ m_i about the centre of mass
 *
 * @param state rows [m, x, y, z, vx, vy, vz], shape [n, 7]
 * @returns a number in [0, ½]; for two bodies, a square, or bodies all at one place 0, or up to 1e-7 by rounding
 * @throws RangeError if the state is not n rows of finite numbers with positive masses
 * @source Smith 1961, "Eigenvalues of a symmetric 3 × 3 matrix" (closed form)
 * @example eigengap(new Float64Array([1, 2, 3, 4, 0, 0, 0])) // => 0
 */
export function eigengap(state: Float64Array): number {
  const n = requireBodies(state);
  let total = 0;
  const centre = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    total += state[BODY * i];
    for (let k = 0; k < 3; k++) centre[k] += state[BODY * i] * state[BODY * i + 1 + k];
  }
  const c = (p: number, q: number): number => {
    let sum = 0;
    for (let at = 0; at < state.length; at += BODY) {
      sum += state[at] * (state[at + 1 + p] - centre[p] / total) * (state[at + 1 + q] - centre[q] / total);
    }
    return sum / total;
  };
  const [xx, yy, zz, xy, xz, yz] = [c(0, 0), c(1, 1), c(2, 2), c(0, 1), c(0, 2), c(1, 2)];
  const mean = (xx + yy + zz) / 3;
  const [a, b, d] = [xx - mean, yy - mean, zz - mean];
  const spread = Math.sqrt((a * a + b * b + d * d + 2 * (xy * xy + xz * xz + yz * yz)) / 6);
  if (!(spread > 0)) return 0;
  const determinant = a * (b * d - yz * yz) - xy * (xy * d - yz * xz) + xz * (xy * yz - b * xz);
  const angle = Math.acos(Math.min(1, Math.max(-1, determinant / (2 * spread ** 3)))) / 3;
  const largest = mean + 2 * spread * Math.cos(angle);
  const smallest = mean + 2 * spread * Math.cos(angle + (2 * Math.PI) / 3);
  const middle = 3 * mean - largest - smallest;
  return Math.max(0, Math.min(largest - middle, middle - smallest) / largest);
}
