/**
 * One kind of event that befalls single individuals of its source.
 *
 * hazard per individual of the source: h = rate · Σ_j w_j X_j over the species met, or h = rate where none is;
 * propensity: a = X_source · h; an event does X ← X + change
 */
export interface Reaction {
  /** The event's name, for example `infection`; unique in its network. */
  readonly name: string;
  /** The species whose individuals meet the event. */
  readonly source: string;
  /** Finite and ≥ 0, per unit of time (and per contact where `contacts` is given). */
  readonly rate: number;
  /** w, finite and ≥ 0 for each species met; never the source itself. */
  readonly contacts?: Readonly<Record<string, number>>;
  /** Whole numbers by species: at least −1 for the source and at least 0 for the others, so that no count turns negative. */
  readonly change: Readonly<Record<string, number>>;
}

/** A reaction network as plain data: what every algorithm runs. */
export interface ReactionNetwork {
  /** Stable identity with its constants. */
  readonly id: string;
  /** The species, each with its count at time 0, finite and ≥ 0; whole numbers where events are counted one by one. */
  readonly initial: Readonly<Record<string, number>>;
  readonly reactions: readonly Reaction[];
}
