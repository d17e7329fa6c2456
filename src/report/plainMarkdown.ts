/**
 * Text as it is, where Markdown or HTML would make something of it.
 *
 * @param text any text
 * @returns the text with the characters of Markdown's syntax escaped
 * @example plainMarkdown("f_n(x) − f*(x)") // => "f\\_n(x) − f\\*(x)"
 */
export function plainMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_<&[\]~]/g, "\\$&");
}
