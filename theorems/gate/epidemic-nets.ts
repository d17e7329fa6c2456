import { type Budget, chosenClass, crossEntropy, epidemicSelection, fitSgnn, type Key, mechanismSelection, taskCases } from "simverdict";
import { CASES, flipShare, type PairedErrors } from "./gate-under-test.js";

/** What a tier spends on nets and on the cases that they are asked. */
export interface NetsBudget extends Budget {
  /** Simulations and training steps of a net, at smoke tier those of the board. */
  readonly simulations: number;
  readonly steps: number;
  readonly nets: number;
  /** Cases in the pool. */
  readonly pool: number;
}

const world = epidemicSelection("tight");
const task = mechanismSelection(world);
const problem = { simulator: world, features: world.features, target: ({ mechanism }: { readonly mechanism: number }) => mechanism, loss: crossEntropy(2) };

/** Nets of the board's kind, trained under different keys: 1 where one errs on a case of the pool. */
async function trainedErrors({ simulations, steps, nets, pool }: NetsBudget, key: Key): Promise<Uint8Array[]> {
  const cases = taskCases(task, pool, String(key.fold("pool")));
  const xs = cases.map(({ x }) => x);
  const errors: Uint8Array[] = [];
  for (let i = 0; i < nets; i++) {
    const net = await fitSgnn(problem, { simulations, steps }, key.fold(i));
    errors.push(Uint8Array.from(net.predict(xs), (probabilities, j) => (chosenClass(probabilities) === cases[j].truth.mechanism ? 0 : 1)));
  }
  return errors;
}

/** Errors that were found in this process, by key and budget: the worlds of a theorem need the same ones. */
const known = new Map<string, Promise<Uint8Array[]>>();

/**
 * SGNN on epidemic/tight: really trained nets, two of which each draw takes, and cases drawn with replacement from a pool, so
 * that their errors are known exactly.
 */
export async function epidemicNets(budget: NetsBudget, key: Key): Promise<PairedErrors> {
  const name = JSON.stringify([String(key), budget]);
  known.set(name, known.get(name) ?? trainedErrors(budget, key));
  const errors = await known.get(name)!;
  const means = errors.map((wrong) => wrong.reduce((sum, one) => sum + one, 0) / budget.pool);
  return (drawKey, change) => {
    const stream = drawKey.stream();
    const a = Math.floor(stream.uniform() * errors.length);
    const b = change.retrained ? (a + 1 + Math.floor(stream.uniform() * (errors.length - 1))) % errors.length : a;
    const flips = flipShare(change, means[a], means[b]);
    const [base, current] = [new Float64Array(CASES), new Float64Array(CASES)];
    for (let i = 0; i < CASES; i++) {
      const j = Math.floor(stream.uniform() * budget.pool);
      base[i] = errors[a][j];
      current[i] = stream.uniform() < flips ? 1 - errors[b][j] : errors[b][j];
    }
    return { base, current };
  };
}
