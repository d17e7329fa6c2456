import { type Budget, fitSgnn, type Key, type SgnnProblem, type Simulator } from "simverdict";

/** Outputs for one x. */
export type Row = ArrayLike<number> & Iterable<number>;

/** One row of outputs for every x. */
export type Predictor<X> = (xs: readonly X[]) => readonly Row[];

/** What a tier spends on nets beside observations. */
export interface NetBudget extends Budget {
  /** n, simulations in a training set. */
  readonly simulations: number;
  /** Training steps of 128 pairs. */
  readonly steps: number;
  /** Independently trained nets; every observation draws one. */
  readonly nets: number;
}

/** Fresh observables, the parameters behind them, and the net that each is to be judged on. */
export interface Draws<Theta, X> {
  readonly thetas: readonly Theta[];
  readonly xs: readonly X[];
  readonly nets: readonly number[];
}

/** Observations drawn and predicted together. */
const BATCH = 512;

/** Nets that were trained in this process, by simulator: the worlds of a theorem often need the same ones. */
const trained = new WeakMap<object, Map<string, Promise<Predictor<never>>>>();

/**
 * The nets of a budget, trained on n simulations each. The features and the target of a theorem are always the same
 * functions, so its key, the simulator, the loss and the sizes say which net it is.
 */
export function trainNets<Theta, X>(
  problem: SgnnProblem<Theta, X>,
  { simulations, steps, nets }: Omit<NetBudget, "samples">,
  key: Key,
): Promise<Predictor<X>[]> {
  const known = trained.get(problem.simulator) ?? new Map<string, Promise<Predictor<X>>>();
  trained.set(problem.simulator, known);
  const train = async (netKey: Key): Promise<Predictor<X>> => {
    const net = await fitSgnn(problem, { simulations, steps }, netKey);
    return (xs) => net.predict(xs);
  };
  return Promise.all(
    Array.from({ length: nets }, (_, i) => {
      const netKey = key.fold(simulations).fold(i);
      const name = [netKey, problem.loss.id, steps].join();
      const net = (known.get(name) as Promise<Predictor<X>> | undefined) ?? train(netKey);
      known.set(name, net);
      return net;
    }),
  );
}

/** Endless batches from a simulator's joint law, never from the training stream. */
export function* testBatches<Theta, X>(simulator: Simulator<Theta, X>, nets: number, key: Key): Generator<Draws<Theta, X>> {
  for (let batch = 0; ; batch++) {
    const keys = Array.from({ length: BATCH }, (_, i) => key.fold(batch).fold(i));
    const thetas = keys.map((k) => simulator.prior.sample(k.fold("theta")));
    yield {
      thetas,
      xs: keys.map((k, i) => simulator.simulate(k.fold("x"), thetas[i])),
      nets: keys.map((k) => Math.floor(k.fold("net").stream().uniform() * nets)),
    };
  }
}

/** Every x predicted by the net that was drawn for it. */
export function predictDrawn<Theta, X>(predictors: readonly Predictor<X>[], { xs, nets }: Draws<Theta, X>): Row[] {
  const predictions = predictors.map((predict) => predict(xs));
  return nets.map((net, i) => predictions[net][i]);
}

/** The simulator with labels shuffled: the parameter of a pair says nothing about its data. */
export function shuffled<Theta, X>(simulator: Simulator<Theta, X>): Simulator<Theta, X> {
  return {
    ...simulator,
    id: `shuffled(${simulator.id})`,
    simulate: (key) => simulator.simulate(key.fold("x"), simulator.prior.sample(key.fold("another theta"))),
  };
}
