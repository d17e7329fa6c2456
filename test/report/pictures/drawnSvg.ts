import { type Element, parseXml } from "../xml.js";

/** A drawing that was read back. */
export interface Drawing {
  readonly root: Element;
  /** All elements of a name, in the order of the document. */
  readonly all: (name: string) => Element[];
  /** All texts. */
  readonly texts: readonly string[];
}

/** Reads a drawing back, or throws if it is not well-formed. */
export function drawnSvg(svg: string): Drawing {
  const root = parseXml(svg);
  const walk = (element: Element): Element[] => [element, ...element.children.flatMap(walk)];
  const all = (name: string): Element[] => walk(root).filter((element) => element.name === name);
  return { root, all, texts: all("text").map(({ text }) => text) };
}

/** Every place of a path's absolute commands, after those relative to them. */
export function placesOf(d: string): [number, number][] {
  let [x, y, home] = [0, 0, [0, 0]];
  const places: [number, number][] = [];
  for (const [, command, rest] of d.matchAll(/([MLHVhvlmaz])([^MLHVhvlmaz]*)/gi)) {
    const numbers = Array.from(rest.matchAll(/-?[\d.]+/g), ([number]) => Number(number));
    if (command === "M" || command === "L") [x, y] = numbers;
    else if (command === "H") [x] = numbers;
    else if (command === "V") [y] = numbers;
    else if (command === "h") x += numbers[0];
    else if (command === "v") y += numbers[0];
    else if (command === "l" || command === "m") [x, y] = [x + numbers[0], y + numbers[1]];
    else if (command === "a") [x, y] = [x + numbers[5], y + numbers[6]];
    if (command === "M") home = [x, y];
    if (command.toLowerCase() === "z") [x, y] = home;
    places.push([x, y]);
  }
  return places;
}

/** What of a drawing lies outside its view box; texts are judged by their place. */
export function outside(drawing: Drawing): string[] {
  const [, , width, height] = drawing.root.attributes.viewBox.split(" ").map(Number);
  const [, dy] = /translate\(0 (\d+)\)/.exec(drawing.all("g")[0].attributes.transform)!;
  const inner = drawing.all("g")[0].children;
  const places = inner.flatMap(({ name, attributes: a }): [number, number][] => {
    if (name === "path") return placesOf(a.d);
    if (name === "rect") return [[Number(a.x), Number(a.y)], [Number(a.x) + Number(a.width), Number(a.y) + Number(a.height)]];
    return name === "circle" ? [[Number(a.cx), Number(a.cy)]] : [[Number(a.x), Number(a.y)]];
  });
  return places.filter(([x, y]) => !(x >= 0 && x <= width && y + Number(dy) >= 0 && y + Number(dy) <= height)).map(String);
}
