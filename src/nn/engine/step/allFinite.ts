/**
 * Whether all numbers of a single precision array are finite.
 *
 * @param data the numbers, each within single precision
 * @returns true where none is NaN or infinite
 * @example allFinite(Float32Array.of(0, -1e30)) // => true
 * @example allFinite(Float32Array.of(0, NaN)) // => false
 */
export function allFinite(data: Float32Array | Int32Array): boolean {
  // four sums, since each addition waits for the one before; in double precision they cannot overflow
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = data.length - (data.length % 4);
  for (let i = 0; i < whole; i += 4) {
    a += data[i];
    b += data[i + 1];
    c += data[i + 2];
    d += data[i + 3];
  }
  for (let i = whole; i < data.length; i++) a += data[i];
  return Number.isFinite(a + b + c + d);
}
