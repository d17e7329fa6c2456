import type { Key } from "../random/key.js";

/** How rollouts go on, of a simulator or of a model. */
export interface RolloutSteps<S> {
  /** One step from each of many states, each under a key of its own. */
  readonly stepAll: (states: readonly S[], keys: readonly Key[]) => readonly S[] | Promise<readonly S[]>;
  /** Whether a state is one that a rollout can go on from; if not given, one whose numbers are finite is. */
  readonly isStable?: (state: S) => boolean;
  /** Frees what steps hold, such as compiled graphs; they can still be taken, but hold it anew. */
  readonly release?: () => Promise<void>;
}

/** A rollout from one initial state. */
export interface Rollout<S> {
  /** x¹, …, x^T, or those before the first state that is not stable. */
  readonly states: readonly S[];
  /** Whether all T are there. */
  readonly isStable: boolean;
}

/**
 * Steps that are taken one by one: those of a simulator, or of any transition kernel.
 *
 * x'_b = step(key_b, x_b)
 *
 * @param step of a transition kernel
 * @returns the same for many states
 * @example eachAlone((key, x) => x + 1).stepAll([1, 2], [Key.root(0), Key.root(1)]) // => [2, 3]
 */
export function eachAlone<S>(step: (key: Key, state: S) => S): RolloutSteps<S> {
  return { stepAll: (states, keys) => states.map((state, b) => step(keys[b], state)) };
}

/**
 * An ensemble of rollouts from each of several initial states, in one batch.
 *
 * x_{i,r}^{t+1} ~ p(· | x_{i,r}^t) under key · i · r · t, x_{i,r}^0 = x_i; a rollout that reaches an unstable state is
 * unstable from there on, and the others go on. More starts, rollouts or steps leave the earlier ones as they are
 *
 * @param steps how to go on
 * @param starts x_i, at least one
 * @param sizes rollouts R from each start and steps T, integers ≥ 1
 * @param key names the ensemble
 * @param progress hears after every step how many there were: 1, …, T
 * @returns rollouts, shape [starts, R]
 * @throws RangeError if there is no start, a size leaves its domain, or stepAll gives another number of states
 * @example (await rolloutEnsemble(eachAlone((key, x) => x + 1), [5], { rollouts: 1, steps: 2 }, Key.root(0)))[0][0].states // => [6, 7]
 */
export async function rolloutEnsemble<S>(
  steps: RolloutSteps<S>,
  starts: readonly S[],
  sizes: { readonly rollouts: number; readonly steps: number },
  key: Key,
  progress?: (steps: number) => void,
): Promise<Rollout<S>[][]> {
  for (const name of ["rollouts", "steps"] as const) {
    if (!(Number.isSafeInteger(sizes[name]) && sizes[name] >= 1)) throw new RangeError(`${name} must be an integer >= 1, got ${sizes[name]}`);
  }
  if (starts.length === 0) throw new RangeError("starts must hold at least one state, got none");
  const paths = starts.map((start, i) =>
    Array.from({ length: sizes.rollouts }, (_, r) => ({ key: key.fold(i).fold(r), states: [start] })),
  );
  let going = paths.flat();
  for (let t = 0; t < sizes.steps && going.length > 0; t++) {
    const next = await steps.stepAll(going.map(({ states }) => states[t]), going.map((path) => path.key.fold(t)));
    if (next.length !== going.length) throw new RangeError(`stepAll must give ${going.length} states, got ${next.length}`);
    going = going.filter(({ states }, b) => {
      const isStable = (steps.isStable ?? everyNumberFinite)(next[b]);
      if (isStable) states.push(next[b]);
      return isStable;
    });
    progress?.(going.length > 0 ? t + 1 : sizes.steps);
  }
  return paths.map((rollouts) => rollouts.map(({ states }) => ({ states: states.slice(1), isStable: states.length > sizes.steps })));
}

/** Of a number, or an array of anything; what else a state is made of is not looked at. */
function everyNumberFinite(state: unknown): boolean {
  if (typeof state === "number") return Number.isFinite(state);
  const isArray = Array.isArray(state) || (ArrayBuffer.isView(state) && !(state instanceof DataView));
  return !isArray || Array.from(state as ArrayLike<unknown>).every((value) => typeof value !== "number" || Number.isFinite(value));
}
