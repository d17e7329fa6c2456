import type { Key } from "../random/key.js";
import { type Claim, isClaimedAt } from "./claim.js";
import type { ModelNeeds } from "./modelUnderTest.js";
import { type Tier, type Tiered, TIERS } from "./tier.js";

/** What a tier allows: the most observations a claim may take, and whatever else the spec spends. */
export interface Budget {
  /** Cap of observations for each claim, a positive integer. */
  readonly samples: number;
}

/** What `prepare` and `evidence` may use; all randomness comes from the key. */
export interface Context<World, B extends Budget = Budget> {
  readonly key: Key;
  readonly tier: Tier;
  readonly budget: B;
  readonly world: World;
  /** Names of the claims still to be settled in this world, up to date: work for the others may be left out. */
  readonly claims: ReadonlySet<string>;
}

/** A deliberately broken world: the claims it names must be refuted there, else the spec cannot fail. */
export interface Falsifier<World> {
  /** The assumption or component that is broken. */
  readonly breaks: string;
  /** What differs from the hypothesis world. */
  readonly world: Partial<World>;
  /** Names of the claims that must be refuted. */
  readonly mustRefute: readonly [string, ...string[]];
  /** For a bug found in published code: where it was and how to see it. */
  readonly caughtInTheWild?: string;
}

/** Batches of bounded observations, for the claims they are named after. */
export type Evidence = Readonly<Record<string, number | ArrayLike<number>>>;

/**
 * An executable theorem: claims, the world in which they are said to hold, and worlds in which they must not.
 *
 * @typeParam World plain description of a world, for example the simulator and the loss
 * @typeParam Prepared what the evidence needs, for example a trained net
 * @typeParam B what the budgets of the tiers say
 */
export interface TheoremDefinition<World extends object, Prepared, B extends Budget = Budget> {
  readonly title: string;
  /** Plain words and the formula. */
  readonly statement: string;
  readonly source: { readonly cite: string; readonly where: string };
  readonly assumptions: readonly string[];
  readonly claims: Readonly<Record<string, Claim<Prepared>>>;
  readonly budget: Tiered<B>;
  readonly world: World;
  readonly falsifiers: Readonly<Record<string, Falsifier<World>>>;
  /** Left out unless the hypothesis world judges the model that `SIMVERDICT_MODEL` names, where it names one. */
  readonly model?: ModelNeeds;
  /** Trains or builds what the evidence needs. */
  prepare(this: void, world: World, context: Context<World, B>): Prepared | Promise<Prepared>;
  /** Yields batches until the harness has enough; every `forAll` claim is checked without it. */
  evidence?(this: void, prepared: Prepared, context: Context<World, B>): AsyncIterable<Evidence> | Iterable<Evidence>;
}

/** A definition that contradicts itself; the spec does not load. */
export class InvalidDefinition extends Error {
  override readonly name = "InvalidDefinition";
}

/** What a definition cannot do without; specs run without a type check. */
const REQUIRED = ["title", "statement", "source", "assumptions", "claims", "falsifiers", "budget", "world", "prepare"] as const;
const NO_FALSIFIER = "has no falsifier: give it at least one world in which a claim must be refuted";

/**
 * Reject a definition that could not give a sound verdict.
 *
 * @param id the theorem's id: lower-case words joined by `-` and `/`
 * @param definition the definition
 * @throws InvalidDefinition if the id is malformed, a text is empty, there is no claim or no falsifier, a falsifier
 *   names no or an unknown claim, a claim is made from an unknown tier, a tier that claims something has no falsifier, a
 *   budget is not a positive integer, or a mean claim has no evidence
 */
export function checkDefinition<W extends object, P, B extends Budget>(
  id: string,
  definition: TheoremDefinition<W, P, B>,
): void {
  const reject = (why: string): never => {
    throw new InvalidDefinition(`theorem "${id}" ${why}`);
  };
  if (!/^[a-z0-9]+(?:[-./][a-z0-9]+)*$/.test(id)) reject("needs an id of lower-case words joined by - and /");
  const missing = REQUIRED.find((name) => (definition[name] ?? undefined) === undefined);
  if (missing === "falsifiers") reject(NO_FALSIFIER);
  if (missing !== undefined) reject(`has no ${missing}`);
  const { title, statement, source, claims, falsifiers, budget, evidence } = definition;
  for (const [name, text] of Object.entries({ title, statement, "source.cite": source.cite, "source.where": source.where })) {
    if (typeof text !== "string" || text.trim() === "") reject(`has an empty ${name}`);
  }
  const names = Object.keys(claims);
  if (names.length === 0) reject("claims nothing: give it at least one claim");
  if (Object.keys(falsifiers).length === 0) reject(NO_FALSIFIER);
  for (const [name, { mustRefute }] of Object.entries(falsifiers)) {
    if (!Array.isArray(mustRefute) || mustRefute.length === 0) reject(`has a falsifier "${name}" that refutes nothing: name a claim in mustRefute`);
    const unknown = mustRefute.find((claim) => !names.includes(claim));
    if (unknown !== undefined) {
      reject(`has a falsifier "${name}" that must refute the unknown claim "${unknown}" (claims: ${names.join(", ")})`);
    }
  }
  for (const [name, { from }] of Object.entries(claims)) {
    if (from !== undefined && !TIERS.includes(from)) reject(`claims "${name}" from the unknown tier "${String(from)}" (tiers: ${TIERS.join(", ")})`);
  }
  for (const tier of TIERS) {
    const made = new Set(names.filter((name) => isClaimedAt(claims[name], tier)));
    if (made.size > 0 && !Object.values(falsifiers).some(({ mustRefute }) => mustRefute.some((name) => made.has(name)))) {
      reject(`has no falsifier for what it claims at the tier ${tier}: ${[...made].join(", ")}`);
    }
  }
  if (budget.smoke === undefined) reject("has no budget for the tier smoke, which the others fall back to");
  for (const { samples } of Object.values(budget) as Budget[]) {
    if (!(Number.isSafeInteger(samples) && samples > 0)) reject(`has a budget of ${samples} samples: give a positive integer`);
  }
  if (evidence === undefined && Object.values(claims).some((claim) => claim.kind !== "forAll")) {
    reject("claims a mean but yields no evidence: add evidence(prepared, context)");
  }
}
