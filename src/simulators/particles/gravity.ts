/**
 * Accelerations of bodies that attract each other, with softened forces and G = 1.
 *
 * a_i = Σ_{j≠i} m_j (x_j − x_i) / (|x_j − x_i|² + s²)^{3/2}; every pair is visited once, so that momentum is conserved
 * up to rounding
 *
 * @param mass m, shape [n], positive
 * @param position x, shape [n, 3], finite
 * @param softening s, a length > 0
 * @param out a, shape [n, 3]: overwritten; nothing is allocated, and nothing is checked
 * @source Aarseth 2003, "Gravitational N-Body Simulations" (softened direct summation)
 */
export function gravity(mass: Float64Array, position: Float64Array, softening: number, out: Float64Array): void {
  const n = mass.length;
  out.fill(0);
  for (let i = 0; i < n; i++) {
    const p = 3 * i;
    const mi = mass[i];
    const xi = position[p];
    const yi = position[p + 1];
    const zi = position[p + 2];
    let ax = out[p];
    let ay = out[p + 1];
    let az = out[p + 2];
    for (let j = i + 1; j < n; j++) {
      const q = 3 * j;
      const dx = position[q] - xi;
      const dy = position[q + 1] - yi;
      const dz = position[q + 2] - zi;
      const squared = dx * dx + dy * dy + dz * dz + softening * softening;
      const w = 1 / (squared * Math.sqrt(squared));
      const wj = mass[j] * w;
      const wi = mi * w;
      ax += wj * dx;
      ay += wj * dy;
      az += wj * dz;
      out[q] -= wi * dx;
      out[q + 1] -= wi * dy;
      out[q + 2] -= wi * dz;
    }
    out[p] = ax;
    out[p + 1] = ay;
    out[p + 2] = az;
  }
}
