/**
 * The ids that a `--filter` matches.
 *
 * @param filter a part of the id; `*` stands for anything, a final `$` for the end of the id
 * @returns a regular expression to test ids with
 * @example filterPattern("sgnn/*-1$").test("sgnn/gamma-poisson-1") // => true
 */
export function filterPattern(filter: string): RegExp {
  const anchored = filter.endsWith("$");
  const body = anchored ? filter.slice(0, -1) : filter;
  const source = body.split("*").map(literally).join(".*");
  return new RegExp(anchored ? `${source}$` : source);
}

/**
 * Some ids, and no others.
 *
 * @param ids whole ids
 * @returns a regular expression to test ids with
 * @example idPattern(["a/b", "c"]).test("a/b/c") // => false
 */
export function idPattern(ids: readonly string[]): RegExp {
  return new RegExp(`^(?:${ids.map(literally).join("|")})$`);
}

/**
 * A text as part of a regular expression that matches it alone.
 *
 * @param text any text
 * @returns the text, what has a meaning in expressions escaped
 * @example literally("a.b") // => "a\\.b"
 */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
