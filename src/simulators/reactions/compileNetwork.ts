import { requireCount, requireNonNegative } from "./requireNumber.js";
import type { Reaction, ReactionNetwork } from "./reactionNetwork.js";

/** A reaction network as flat tables, species and reactions by index; row r of a table is [start[r], start[r + 1]). */
export interface CompiledNetwork {
  readonly species: readonly string[];
  readonly names: readonly string[];
  readonly initial: Float64Array;
  readonly source: Int32Array;
  readonly rate: Float64Array;
  readonly contactStart: Int32Array;
  readonly contactSpecies: Int32Array;
  readonly contactWeight: Float64Array;
  readonly changeStart: Int32Array;
  readonly changeSpecies: Int32Array;
  readonly changeAmount: Float64Array;
  /** The reactions of each source, row by species. */
  readonly exitStart: Int32Array;
  readonly exits: Int32Array;
}

/**
 * Check a reaction network and lay it out as flat tables, for loops without lookups by name.
 *
 * a_r(X) = X_source · rate_r · Σ_j w_rj X_j, with the tables holding source, rate, w and the changes
 *
 * @param network the network as data
 * @returns its tables, in the order of the species in `initial` and of `reactions`
 * @throws RangeError if a count, rate, weight or change lies outside its domain, a species is unknown, a reaction has no
 *   change or meets its own source, a name occurs twice, or there is no species or reaction
 */
export function compileNetwork(network: ReactionNetwork): CompiledNetwork {
  const { id, initial, reactions } = network;
  const species = Object.keys(initial);
  const names = reactions.map(({ name }) => name);
  if (species.length === 0 || names.length === 0) throw new RangeError(`network ${id} must have species and reactions`);
  const twice = names.find((name, r) => names.indexOf(name) !== r);
  if (twice !== undefined) throw new RangeError(`names of reactions must be unique, got ${twice} twice in ${id}`);
  for (const name of species) requireNonNegative(`initial ${name}`, initial[name]);
  for (const reaction of reactions) checkReaction(reaction);

  const indexOf = (name: string): number => {
    const index = species.indexOf(name);
    if (index < 0) throw new RangeError(`species must be one of ${species.join(", ")}, got ${name} in ${id}`);
    return index;
  };
  const contacts = rows(reactions.map(({ contacts: met = {} }) => Object.entries(met)));
  const changes = rows(reactions.map(({ change }) => Object.entries(change)));
  const exits = rows(species.map((name) => names.flatMap((_, r) => (reactions[r].source === name ? [r] : []))));
  return {
    species,
    names,
    initial: Float64Array.from(species, (name) => initial[name]),
    source: Int32Array.from(reactions, ({ source }) => indexOf(source)),
    rate: Float64Array.from(reactions, ({ rate }) => rate),
    contactStart: contacts.start,
    contactSpecies: Int32Array.from(contacts.entries, ([name]) => indexOf(name)),
    contactWeight: Float64Array.from(contacts.entries, ([, weight]) => weight),
    changeStart: changes.start,
    changeSpecies: Int32Array.from(changes.entries, ([name]) => indexOf(name)),
    changeAmount: Float64Array.from(changes.entries, ([, amount]) => amount),
    exitStart: exits.start,
    exits: Int32Array.from(exits.entries),
  };
}

/**
 * The hazard that each individual of a reaction's source meets.
 *
 * h_r(X) = rate_r · Σ_j w_rj X_j, or rate_r where the reaction meets no species
 *
 * @param network the compiled network
 * @param state X, shape [species]
 * @param r the reaction's index
 * @returns h ≥ 0, per unit of time
 */
export function hazard(network: CompiledNetwork, state: Float64Array, r: number): number {
  const end = network.contactStart[r + 1];
  let at = network.contactStart[r];
  if (at === end) return network.rate[r];
  let met = 0;
  for (; at < end; at++) met += network.contactWeight[at] * state[network.contactSpecies[at]];
  return network.rate[r] * met;
}

/**
 * Let a reaction happen a number of times.
 *
 * X ← X + count · change_r
 *
 * @param network the compiled network
 * @param state X, shape [species]; written to
 * @param r the reaction's index
 * @param count how often, ≥ 0
 */
export function react(network: CompiledNetwork, state: Float64Array, r: number, count: number): void {
  const end = network.changeStart[r + 1];
  for (let at = network.changeStart[r]; at < end; at++) {
    state[network.changeSpecies[at]] += network.changeAmount[at] * count;
  }
}

function checkReaction({ name, source, rate, contacts = {}, change }: Reaction): void {
  requireNonNegative(`rate of ${name}`, rate);
  for (const [met, weight] of Object.entries(contacts)) {
    requireNonNegative(`weight of ${met} in ${name}`, weight);
    if (met === source) throw new RangeError(`contacts of ${name} must not hold its source, got ${met}`);
  }
  const changes = Object.entries(change);
  if (changes.length === 0) throw new RangeError(`change of ${name} must name a species, got none`);
  for (const [of, amount] of changes) requireCount(`change of ${of} in ${name}`, amount, of === source ? -1 : 0);
}

function rows<T>(table: readonly (readonly T[])[]): { readonly start: Int32Array; readonly entries: readonly T[] } {
  const start = new Int32Array(table.length + 1);
  table.forEach((row, i) => (start[i + 1] = start[i] + row.length));
  return { start, entries: table.flat() };
}
