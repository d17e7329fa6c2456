/** A growing column of float64 numbers. */
export class Observations {
  #values = new Float64Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /**
   * Append the numbers of a batch.
   *
   * @param batch any length
   */
  append(batch: ArrayLike<number>): void {
    const length = this.#length + batch.length;
    if (length > this.#values.length) {
      const larger = new Float64Array(Math.max(length, 2 * this.#values.length));
      larger.set(this.#values.subarray(0, this.#length));
      this.#values = larger;
    }
    this.#values.set(batch, this.#length);
    this.#length = length;
  }

  /** @returns a view of all numbers, in order; valid until the next append */
  view(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }
}
