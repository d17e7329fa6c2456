import { formatMargin } from "../harness/explain.js";
import { EXIT } from "./exitCode.js";
import { nothingFound } from "./nothingFound.js";
import { OWN_THEOREMS } from "./ownFiles.js";
import { filterOf, jobsOf, settingsOf, type SpecOptions } from "./runOptions.js";
import { runSpecs } from "./runSpecs.js";

/**
 * `simverdict list`: what the theorems assert, and the falsifiers that keep them honest, without running them.
 *
 * @param patterns spec files as globs; the package's own theorems when empty
 * @param options the command's options
 * @returns the exit code
 * @throws UsageError if an option is malformed or nothing matches
 */
export async function list(patterns: readonly string[], options: SpecOptions): Promise<number> {
  const progress = { started: () => {}, ended: () => {}, printed: (text: string) => void process.stderr.write(text) };
  const { backend } = options;
  const run = { settings: settingsOf(options, "list"), own: OWN_THEOREMS, patterns, filter: filterOf(options), backend, jobs: jobsOf(options), progress };
  const outcome = await runSpecs(run);
  const { listings, failures } = outcome;
  if (listings.length === 0 && failures.length === 0) throw nothingFound(outcome, patterns.length > 0 ? patterns : [OWN_THEOREMS], options);
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ theorems: listings, failures }, null, 2)}\n`);
  } else {
    for (const theorem of listings) {
      const width = Math.max(...theorem.claims.map(({ id }) => id.length));
      const lines = [
        theorem.id,
        `  ${theorem.title} (${theorem.source})`,
        ...theorem.claims.map((claim) => {
          const made = claim.from === "smoke" ? "" : ` (from the ${claim.from} tier on)`;
          return `  claim      ${claim.id.padEnd(width)}  ${formatMargin(claim)}  ${claim.statement}${made}`;
        }),
        ...theorem.falsifiers.map(({ id, breaks, mustRefute }) => {
          return `  falsifier  ${id}: breaks ${breaks}; must refute ${mustRefute.join(", ")}`;
        }),
        ...Object.entries(theorem.model ?? {}).map(([domain, members]) => `  model      ${domain}: a kernel with ${members.join(", ")} (verify --model)`),
      ];
      process.stdout.write(`${lines.join("\n")}\n`);
    }
  }
  for (const { file, message } of failures) process.stderr.write(`failed: ${file}: ${message}\n`);
  return failures.length === 0 ? EXIT.ok : EXIT.failed;
}
