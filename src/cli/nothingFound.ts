import type { SpecOptions } from "./runOptions.js";
import type { SpecRunOutcome } from "./runSpecs.js";
import { UsageError } from "./usageError.js";

/**
 * What to say when nothing was found to run.
 *
 * @param outcome what was found
 * @param patterns the globs that were searched, with the package's own where the caller gave none
 * @param options the options, with the filter
 * @returns the error, in one line with the way out
 */
export function nothingFound(outcome: SpecRunOutcome, patterns: readonly string[], options: SpecOptions): UsageError {
  if (outcome.files === 0) {
    return new UsageError(`no spec file matches ${patterns.map((p) => `"${p}"`).join(" ")}`);
  }
  if (outcome.ids.length === 0 || options.filter === undefined) {
    return new UsageError("the spec files hold nothing to check: zero claims checked");
  }
  const [some, more] = [outcome.ids.slice(0, 4).join(", "), outcome.ids.length > 4 ? ", …" : ""];
  return new UsageError(`nothing matches --filter "${options.filter}"; there are ${some}${more}`);
}
