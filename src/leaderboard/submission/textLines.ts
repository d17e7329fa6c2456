import { BadSubmission } from "./badSubmission.js";

const LINE_FEED = 10;

/** A line of a text file; the first has number 1. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
}

/**
 * The lines of a UTF-8 text that are not empty, one after the other.
 *
 * @param bytes the text, with line ends `\n` or `\r\n`, and with or without a byte order mark
 * @param longest the bytes that a line may take
 * @returns the lines without their ends
 * @throws BadSubmission if a line is longer or not UTF-8
 */
export function* textLines(bytes: Uint8Array, longest = 1 << 20): Generator<TextLine> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let at = 0, number = 1; at < bytes.length; number++) {
    const found = bytes.indexOf(LINE_FEED, at);
    const end = found < 0 ? bytes.length : found;
    if (end - at > longest) throw new BadSubmission(`line ${number} takes ${end - at} bytes, more than ${longest}`);
    let text: string;
    try {
      text = decoder.decode(bytes.subarray(at, end)).trim();
    } catch {
      throw new BadSubmission(`line ${number} is not UTF-8`);
    }
    if (text !== "") yield { number, text };
    at = end + 1;
  }
}
