// A simulation-grounded net for the task, trained on simulations of its own, one case at a time.
import { crossEntropy, fitSgnn, Key, linearTrend, sgnnModel, type TensorModel } from "simverdict";

const loss = crossEntropy(2);
const problem = {
  simulator: linearTrend({ sigma: 0.2, classes: 2 }),
  features: (x: readonly number[]) => x,
  target: ({ mechanism }: { readonly mechanism: number }) => mechanism,
  loss,
};

async function trained(): Promise<TensorModel> {
  const { state } = await fitSgnn(problem, { simulations: 10_000, steps: 1_500 }, Key.root(0));
  return sgnnModel(state, loss, 1);
}
export const model = trained();
