import { aidedTraining, brierScore, classificationError, type HostTensors, leaderboard, selectBackend, tf, train } from "simverdict";
import { toyEntry, toyTask } from "../../../leaderboard/toyTask.js";

const STEPS = 1500;

/** A training of some seconds: to be interrupted, and gone on with. */
leaderboard({
  task: { ...toyTask, id: "trained" },
  metrics: [classificationError, brierScore],
  entries: [
    toyEntry("copy", ([x]) => x),
    {
      ...toyEntry("net", () => 0),
      prepare: async ({ key, training = {}, predicting = {} }) => {
        await selectBackend();
        const { parameters } = await train({
          ...aidedTraining(training, { model: "logistic", key, settings: { steps: STEPS } }),
          parameters: { slope: { data: Float32Array.of(0), shape: [1] }, at: { data: Float32Array.of(0), shape: [1] } },
          objective: ({ slope, at }, { x, y }) => tf.losses.sigmoidCrossEntropy(y, tf.add(tf.mul(slope, x), at)),
          steps: STEPS,
          learningRate: () => 0.01,
          inputs: (step): HostTensors => {
            const bits = Array.from({ length: 16 }, (_, i) => key.fold(step).fold(i)).map((one) => {
              const y = toyTask.simulator.prior.sample(one.fold("y"));
              return { y, x: toyTask.simulator.simulate(one.fold("x"), y)[0] };
            });
            const tensor = (name: "x" | "y") => ({ data: Float32Array.from(bits, (bit) => bit[name]), shape: [16] });
            return { x: tensor("x"), y: tensor("y") };
          },
        });
        const [slope, at] = [parameters.slope.data[0], parameters.at.data[0]];
        const sure = (x: number): number => 1 / (1 + Math.exp(-(slope * x + at)));
        return {
          parameters: 2,
          predict: (xs) => {
            const make = async (): Promise<number[][]> => xs.map(([x]) => [1 - sure(x), sure(x)]);
            return predicting.keep?.(make) ?? make();
          },
        };
      },
    },
  ],
  cases: { smoke: 300 },
  clock: () => 0,
});
