import type { TwoSampleClassifier } from "./twoSampleClassifier.js";

/**
 * The classifier of discrete data by relative frequency.
 *
 * a row looks real ⇔ #{real = row} / n > #{simulated = row} / m
 *
 * Rows that were never seen look simulated, so on continuous data it learns nothing.
 *
 * @returns a classifier for rows with few distinct values
 * @source none: the plug-in of Bayes' rule for two equally likely discrete laws
 * @example frequencyClassifier().id // => "frequency"
 */
export function frequencyClassifier(): TwoSampleClassifier {
  return {
    id: "frequency",
    fit(simulated, real) {
      const surplus = new Map<string, number>();
      const add = (row: ArrayLike<number>, weight: number): void => {
        surplus.set(nameOf(row), (surplus.get(nameOf(row)) ?? 0) + weight);
      };
      // Whole numbers, so that equal frequencies cancel exactly.
      for (const row of real) add(row, simulated.length);
      for (const row of simulated) add(row, -real.length);
      return (rows) => rows.map((row) => (surplus.get(nameOf(row)) ?? 0) > 0);
    },
  };
}

const nameOf = (row: ArrayLike<number>): string => Array.from(row).join();
