import type { TheoremListing } from "../harness/listing.js";

/**
 * The bugs found in published code that are kept as falsifiers, as a Markdown page.
 *
 * @param theorems what the specs assert
 * @returns the page: for every such falsifier where the bug was, how to see it, and the spec that refutes it
 */
export function caughtInTheWild(theorems: readonly TheoremListing[]): string {
  const sections = theorems.flatMap(({ id, falsifiers }) =>
    falsifiers
      .filter((falsifier) => falsifier.caughtInTheWild !== null)
      .map((falsifier) => [
        `## ${falsifier.id}`,
        "",
        `${falsifier.caughtInTheWild}.`,
        "",
        `Breaks ${falsifier.breaks}. Refuted by \`${id}\` (${falsifier.mustRefute.join(", ")}): \`npx simverdict falsify --filter '${id}$'\`.`,
        "",
      ]),
  );
  return [
    "# Caught in the wild",
    "",
    "Bugs really found in published code. Each is a falsifier: a world with that bug, which a spec must refute. This page is",
    "made from the specs by `npm run docs`.",
    "",
    ...sections.flat(),
  ].join("\n");
}
