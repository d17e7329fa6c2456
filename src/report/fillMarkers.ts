/**
 * Replace what stands between two markers of a Markdown text.
 *
 * The markers are comments on lines of their own, `<!-- name -->` and `<!-- /name -->`.
 *
 * @param text the Markdown text
 * @param name the markers' name
 * @param block what is to stand between them
 * @returns the text with the block in place
 * @throws RangeError if the markers are not there, once each and in this order
 * @example fillMarkers("<!-- a -->\n<!-- /a -->", "a", "b") // => "<!-- a -->\n\nb\n\n<!-- /a -->"
 */
export function fillMarkers(text: string, name: string, block: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, rest, ...again] = text.split(open);
  const [, after, ...more] = rest?.split(close) ?? [];
  if (after === undefined || again.length > 0 || more.length > 0) {
    throw new RangeError(`the text needs the markers ${open} and ${close}, once each and in this order`);
  }
  return `${before}${open}\n\n${block.trim()}\n\n${close}${after}`;
}
