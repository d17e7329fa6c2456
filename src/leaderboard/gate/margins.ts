/** The share of a metric's range that a mean may worsen by where no margin is given. */
const DEFAULT_SHARE = 0.005;

/** The margin of every metric. */
export type Margins = (metric: { readonly id: string; readonly range: readonly [number, number] }) => number;

/**
 * Read the margins of the gate.
 *
 * @param text one number for every metric, or `id=number` for some, joined by commas; empty for none
 * @returns the margin of a metric, in units of its score: the one given, else .005 of the width of its range; it throws
 *   RangeError where a margin given is not below that width
 * @throws RangeError if a part is not such a number, or an id is given twice
 * @example parseMargins("")({ id: "error", range: [0, 1] }) // => 0.005
 * @example parseMargins("error=0.01,brier=0.002")({ id: "brier", range: [0, 1] }) // => 0.002
 */
export function parseMargins(text: string): Margins {
  const given = new Map<string, number>();
  for (const part of text.split(",").map((word) => word.trim()).filter((word) => word !== "")) {
    const [, id = "", number] = /^(?:([^=]+)=)?([^=]+)$/.exec(part) ?? [];
    const value = number === undefined || number.trim() === "" ? NaN : Number(number);
    if (!(value > 0 && value < Infinity)) throw new RangeError(`a margin must be a number above 0, or <metric>=<number>, got "${part}"`);
    if (given.has(id)) throw new RangeError(`two margins are given for ${id === "" ? "all metrics" : id}`);
    given.set(id, value);
  }
  return ({ id, range: [low, high] }) => {
    const margin = given.get(id) ?? given.get("") ?? DEFAULT_SHARE * (high - low);
    if (!(margin < high - low)) throw new RangeError(`the margin ${margin} of ${id} must be below ${high - low}, the width of its range`);
    return margin;
  };
}
