/** What the reader gives: maps, lists and texts; every scalar stays a text. */
export type Yaml = string | Yaml[] | { readonly [key: string]: Yaml };

/** A line that holds something: its indentation and the rest. */
interface Line {
  readonly depth: number;
  readonly text: string;
  readonly raw: string;
}

/**
 * Read the part of YAML that action files are written in here: block maps, block lists, plain or double-quoted scalars of
 * one line, and literal blocks (`|`).
 *
 * @param source a whole document
 * @returns its value
 * @throws Error at anything else, so that what passes is read alike by every YAML parser
 */
export function parseSimpleYaml(source: string): Yaml {
  const lines = source.split("\n").map((raw): Line => ({ depth: raw.length - raw.trimStart().length, text: raw.trim(), raw }));
  let at = 0;
  const isEmpty = ({ text }: Line): boolean => text === "" || text.startsWith("#");
  const skip = (): void => {
    while (at < lines.length && isEmpty(lines[at])) at++;
  };
  const refuse = (why: string): never => {
    throw new Error(`line ${at + 1}: ${why}: ${lines[at]?.raw ?? "the end"}`);
  };

  const literal = (depth: number): string => {
    const block: Line[] = [];
    while (at < lines.length && (lines[at].text === "" || lines[at].depth > depth)) block.push(lines[at++]);
    const inner = Math.min(...block.filter(({ text }) => text !== "").map((line) => line.depth));
    return `${block.map(({ raw }) => raw.slice(inner)).join("\n").trimEnd()}\n`;
  };
  const scalar = (text: string): string => {
    if (/^"(?:[^"\\]|\\.)*"$/.test(text)) return JSON.parse(text) as string;
    if (/^[[\]{}&*!|>'"%@`?,]|^[-:](?:\s|$)|:\s|:$|\s#/.test(text)) refuse("not a plain scalar");
    return text;
  };
  /** The value after `key:` or `-`, of which the rest of the line is given. */
  const value = (rest: string, depth: number): Yaml => {
    if (rest === "|") return literal(depth);
    if (rest !== "") return scalar(rest);
    skip();
    return at < lines.length && lines[at].depth > depth ? block(lines[at].depth) : "";
  };
  const block = (depth: number): Yaml => (lines[at].text.startsWith("- ") ? list(depth) : map(depth));
  const list = (depth: number): Yaml[] => {
    const items: Yaml[] = [];
    for (skip(); at < lines.length && lines[at].depth === depth && lines[at].text.startsWith("- "); skip()) {
      const { text, raw } = lines[at];
      const rest = text.slice(2);
      if (/^[\w-]+:(?:\s|$)/.test(rest)) {
        lines[at] = { depth: depth + 2, text: rest, raw };
        items.push(map(depth + 2));
      } else {
        at++;
        items.push(scalar(rest));
      }
    }
    return items;
  };
  const map = (depth: number): Yaml => {
    const entries = new Map<string, Yaml>();
    for (skip(); at < lines.length && lines[at].depth === depth && !lines[at].text.startsWith("- "); skip()) {
      const [, key, rest] = /^([\w-]+):(?:\s+(.*))?$/.exec(lines[at].text) ?? refuse("not a key");
      if (entries.has(key)) refuse("a key given twice");
      at++;
      entries.set(key, value((rest ?? "").trim(), depth));
    }
    return Object.fromEntries(entries);
  };

  skip();
  const found = map(0);
  if (at < lines.length) refuse("wrongly indented");
  return found;
}
