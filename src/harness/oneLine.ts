import { stripVTControlCharacters } from "node:util";

/**
 * A message in one line of plain text.
 *
 * @param message any text
 * @returns the text without colours, line breaks and the space around them; `an error without a message` if none is left
 * @example oneLine("no\n  luck") // => "no luck"
 */
export function oneLine(message: string): string {
  return stripVTControlCharacters(message).trim().replaceAll(/\s*[\r\n]\s*/g, " ") || "an error without a message";
}
