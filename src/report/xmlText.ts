const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;" };

/**
 * Text as it may stand in an element or in an attribute, of XML or of HTML.
 *
 * @param value any text
 * @returns the text with entities for markup and for space other than blanks; characters that XML 1.0 cannot hold are
 *   replaced by U+FFFD
 * @example xmlText("a < b") // => "a &lt; b"
 */
export function xmlText(value: string): string {
  return (
    value
      .toWellFormed()
      // eslint-disable-next-line no-control-regex -- exactly the characters that XML 1.0 excludes
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
      .replaceAll(/[&<>"\n\t\r]/g, (character) => ENTITIES[character])
  );
}
