import type { Compiled } from "../compile.js";

/** How many compiled steps are kept, and how many others are counted. */
const KEPT = 8;
const COUNTED = 64;

/**
 * Compiled steps by what they were compiled for, such as the shapes of their inputs.
 *
 * The first is compiled at once, any other when it has been asked for so often that it pays. Those last used are kept.
 */
export class StepCache<Step extends Pick<Compiled, "release">> {
  readonly #paysAfter: number;
  readonly #kept = new Map<string, Step>();
  readonly #counts = new Map<string, number>();

  /**
   * @param paysAfter how often a step must be asked for until compiling it pays
   */
  constructor(paysAfter: number) {
    this.#paysAfter = paysAfter;
  }

  /**
   * @param keyOf what is asked for; compiling may add to it
   * @param make compiles a step for that
   * @returns the step; undefined while it does not pay
   */
  async find(keyOf: () => string, make: () => Promise<Step>): Promise<Step | undefined> {
    const key = keyOf();
    const known = this.#kept.get(key);
    if (known !== undefined) {
      putLast(this.#kept, key, known);
      return known;
    }
    const count = (this.#counts.get(key) ?? 0) + 1;
    putLast(this.#counts, key, count);
    dropFirst(this.#counts, COUNTED);
    if (this.#kept.size > 0 && count < this.#paysAfter) return undefined;
    const made = await make();
    putLast(this.#kept, keyOf(), made);
    await Promise.all(dropFirst(this.#kept, KEPT).map((step) => step.release()));
    return made;
  }

  /** Release all steps that are kept. */
  async release(): Promise<void> {
    await Promise.all(dropFirst(this.#kept, 0).map((step) => step.release()));
  }
}

function putLast<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
}

/** The values that were put first go, until so many are left. */
function dropFirst<T>(map: Map<string, T>, left: number): T[] {
  const first = [...map].slice(0, Math.max(0, map.size - left));
  for (const [key] of first) map.delete(key);
  return first.map(([, value]) => value);
}
