import type { AnswerFormat } from "./answerFormat.js";

/** How the prediction of a real number is written down: by itself, or as a row of one. */
export const REAL_FORMAT: AnswerFormat = { title: "a number", shapes: [[], [1]] };
