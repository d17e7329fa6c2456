/**
 * Check a permutation: each of 0, …, n − 1 once.
 *
 * {order_0, …, order_{n−1}} = {0, …, n − 1}
 *
 * @param order the permutation
 * @param n its length
 * @throws RangeError if it is not a permutation of that length
 */
export function requireOrder(order: ArrayLike<number>, n: number): void {
  const isComplete = new Set(Array.from(order)).size === n && order.length === n;
  if (!isComplete || !Array.from(order).every((i) => Number.isInteger(i) && i >= 0 && i < n)) {
    throw new RangeError(`order must hold each of 0 to ${n - 1} once, got [${Array.from(order).join(", ")}]`);
  }
}
