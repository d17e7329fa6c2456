/** The theorems that ship with the package. */
export const OWN_THEOREMS = "theorems/**/*.theorem.ts";

/** The leaderboards that ship with the package. */
export const OWN_BOARDS = "benchmarks/boards/**/*.board.ts";
