/** How predictions of a task are written down in other languages: each is an array of numbers of one of some shapes. */
export interface AnswerFormat {
  /** For people, for example `the class, or 2 probabilities`. */
  readonly title: string;
  /** Shapes that a prediction may have; `[]` is a single number, and all predictions of a file have one shape. */
  readonly shapes: readonly (readonly number[])[];
}

/** What a file of predictions must hold. */
export interface ExpectedAnswers {
  /** How many predictions. */
  readonly cases: number;
  readonly format: AnswerFormat;
}

/**
 * The numbers that the largest prediction of a format has.
 *
 * @param format the format
 * @returns a positive integer
 * @example largestAnswer({ title: "the class, or 3 probabilities", shapes: [[], [3]] }) // => 3
 */
export function largestAnswer({ shapes }: AnswerFormat): number {
  return Math.max(1, ...shapes.map((shape) => shape.reduce((size, n) => size * n, 1)));
}
