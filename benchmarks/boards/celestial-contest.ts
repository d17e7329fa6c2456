import {
  bodyKernel,
  bodyLogLikelihood,
  type BodyModel,
  bodyRolloutSteps,
  type BodyTraining,
  boundedLogLikelihood,
  brokenVectorScalar,
  celestial,
  degenerateFrames,
  eachAlone,
  energyJumpBound,
  type EntryContext,
  fitBodies,
  flatBodies,
  frameAveraging,
  type Key,
  kineticEnergy,
  leaderboard,
  neuralSde,
  potentialEnergy,
  rawBodies,
  stableShare,
  stochasticDynamics,
  type Tier,
  trajectory,
  vectorScalar,
} from "simverdict";
import { type Answering, asLargeAs, ensembleMetrics, rollingOut } from "./dynamics-entries.js";

const WORLD = celestial();
const [BODIES, DT] = [5, 0.1];
/** Observations in a training trajectory, the initial state among them: 100 transitions. */
const OBSERVATIONS = 101;
const QUESTION = {
  statistics: { kinetic: (state: Float64Array) => kineticEnergy(state), potential: (state: Float64Array) => potentialEnergy(state) },
  horizons: [1, 10, 20],
  rollouts: 32,
};
/** The energy may change by chance as it does in one of a million spans of ten observations while K ≤ 100. */
const JUMP = energyJumpBound({ kineticEnergy: 100, probability: 1e-6, time: 10 * DT });
const ASKED = { ...QUESTION, statistics: Object.keys(QUESTION.statistics) };

/** What a tier spends; full is the scale of the paper. Nets of the smoke tier would have learned nothing. */
const SIZES: Readonly<Record<Exclude<Tier, "smoke">, { readonly hidden: number; readonly rounds: number; readonly steps: number; readonly learningRate: number }>> = {
  standard: { hidden: 32, rounds: 2, steps: 1_000, learningRate: 2e-3 },
  full: { hidden: 128, rounds: 5, steps: 20_000, learningRate: 1e-3 },
};
/** Trajectories of the models that are trained at one size only. */
const TRAJECTORIES = 20;
const CURVE = [5, 20, 80, 320];

type Made = (sizes: { readonly hidden: number; readonly rounds: number }) => BodyModel;
export const epns: Made = (sizes) => vectorScalar(sizes);
/** Rivals have as many parameters as the vector–scalar model of the tier. */
const asLarge = (rival: Made): Made => (sizes) => asLargeAs(epns(sizes), (hidden) => rival({ ...sizes, hidden }));
export const pns = asLarge((sizes) => rawBodies(sizes));

const entry = (model: string, source: string, prepare: (context: EntryContext) => Answering<Float64Array> | Promise<Answering<Float64Array>>) =>
  rollingOut({ model, source, question: QUESTION, read: (plain: readonly number[]) => Float64Array.from(plain) }, prepare);

/** How one entry's training differs from the others'. */
interface Differing {
  readonly trajectories?: number;
  readonly augmentation?: BodyTraining["augmentation"];
  /** What is known of the training states, for the record. */
  readonly remark?: (states: readonly Float64Array[]) => string;
  /** How many times as many steps. */
  readonly longer?: number;
}

/** A model trained on some trajectories, of its own: no two entries see the same ones. */
export const trained = (model: string, source: string, make: Made, { trajectories = TRAJECTORIES, augmentation, remark, longer = 1 }: Differing = {}) =>
  entry(`${model}, ${trajectories} trajectories`, source, async ({ key, tier, training }) => {
    const { hidden, rounds, steps, learningRate } = SIZES[tier === "full" ? tier : "standard"];
    const rules = { steps: longer * steps, learningRate };
    const data = Array.from({ length: trajectories }, (_, i) => trajectory(WORLD, key.fold("trajectories").fold(i), OBSERVATIONS));
    const options = { ...rules, dt: DT, ...(augmentation !== undefined && { augmentation }), ...training };
    const fitted = await fitBodies(make({ hidden, rounds }), data, options, key.fold("net"));
    const kernel = bodyKernel(fitted.model, { parameters: fitted.parameters, scales: fitted.scales, bodies: BODIES, init: (own: Key) => WORLD.init(own) });
    return {
      parameters: Object.values(fitted.parameters).reduce((sum, { data }) => sum + data.length, 0),
      steps: bodyRolloutSteps(kernel),
      ...(remark !== undefined && { note: remark(data.flat()) }),
      logLikelihood: (transitions, own) => bodyLogLikelihood(fitted, transitions, { key: own, samples: 1 }),
    };
  });

/** In how many states frame averaging promises nothing. */
function degenerate(states: readonly Float64Array[]): string {
  const share = degenerateFrames(states).states.length / states.length;
  return `in ${(100 * share).toFixed(1)} % of ${states.length} training states principal axes nearly have equal extents (relative eigengap < .05)`;
}

/** Every body goes on as it went. */
function persist(state: Float64Array): Float64Array {
  return state.map((value, at) => (at % 7 >= 1 && at % 7 <= 3 ? value + DT * state[at + 3] : value));
}

export const PAPER = "Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286";

/** Everybody who competes on the board. */
export const ENTRIES = [
  ...CURVE.map((count) => trained("EPNS, vector–scalar", PAPER, epns, { trajectories: count })),
  ...CURVE.map((count) => trained("PNS", PAPER, pns, { trajectories: count })),
  trained("PNS, twice the steps", `${PAPER}; as many seconds of training as EPNS takes, or more`, pns, { longer: 2 }),
  trained("EPNS, frame averaging", `${PAPER}; Puny et al. 2022`, asLarge((sizes) => frameAveraging(rawBodies(sizes))), { remark: degenerate }),
  trained("vector–scalar, equivariance broken", "control: raw coordinates beside the scalars", asLarge((sizes) => brokenVectorScalar(sizes))),
  trained("PNS, rotation augmentation", "control: every transition turned at random", pns, { augmentation: "rotation" }),
  trained("PNS-MLP", PAPER, asLarge(({ hidden }) => flatBodies({ bodies: BODIES, hidden }))),
  trained("neural SDE", "Euler–Maruyama with learned drift and diffusion, two sub-steps", asLarge(({ hidden }) => neuralSde({ hidden, subSteps: 2 }))),
  entry("persistence", "velocities stay as they are", () => ({ parameters: 0, steps: eachAlone((_, state) => persist(state)) })),
  entry("simulator", "the floor: the simulator against itself", () => ({ parameters: 0, steps: eachAlone((key, state) => WORLD.step(key, state)) })),
];

/** `stochastic-dynamics/celestial`, where some entries compete on so many cases. */
export function celestialLeaderboard(entries: typeof ENTRIES, cases: number): void {
  leaderboard({
    task: stochasticDynamics({
      ...QUESTION,
      name: "celestial",
      title: "Five bodies under gravity and random kicks: the laws of their energies, and the density of a step",
      kernel: WORLD,
      transitions: OBSERVATIONS - 1,
      plain: (state) => Array.from(state),
    }),
    metrics: [
      boundedLogLikelihood("body", [0, 30]),
      ...ensembleMetrics(ASKED, { units: [1.8, 2.2], cap: 4, forecast: { kinetic: 5, potential: 6 } }),
      stableShare({
        title: `that stay finite, their total energy changing by at most ${JUMP.toFixed(1)} between horizons`,
        isStable: (values) => values.every(([k, u], h) => h === 0 || Math.abs(k + u - values[h - 1][0] - values[h - 1][1]) <= JUMP),
      }),
    ],
    entries,
    cases: { smoke: cases },
    tiers: ["standard", "full"],
    clock: () => performance.now(),
  });
}
