/** An element of a small XML document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

const decoded = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|(\w+));|&/g, (all, code: string | undefined, name: string | undefined) => {
    const character = code !== undefined ? String.fromCodePoint(Number(code)) : ENTITIES[name ?? ""];
    if (character === undefined) throw new Error(`a bare ${all}`);
    return character;
  });

/**
 * Read XML as JUnit uses it: a declaration, elements, attributes in double quotes, text.
 *
 * @param xml a whole document
 * @returns its root
 * @throws Error if it is not well-formed
 */
export function parseXml(xml: string): Element {
  // eslint-disable-next-line no-control-regex -- what XML 1.0 excludes
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml) || !xml.isWellFormed()) throw new Error("a character that XML excludes");
  const top: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>/, "");
  const token = /<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  let end = 0;
  for (const match of body.matchAll(token)) {
    const [all, closing, name, attributes, empty, text] = match;
    end = match.index + all.length;
    const parent = open.at(-1)!;
    if (text !== undefined) parent.text += decoded(text);
    else if (closing === "/") {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes another element`);
    } else {
      const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, decoded(value)]);
      const element = { name, attributes: Object.fromEntries(pairs) as Record<string, string>, children: [], text: "" };
      parent.children.push(element);
      if (empty === "") open.push(element);
    }
  }
  if (end !== body.length || open.length !== 1 || top.children.length !== 1) throw new Error("not a whole document");
  return top.children[0];
}
