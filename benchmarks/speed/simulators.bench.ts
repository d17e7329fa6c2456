import { Bench } from "tinybench";
import { binomialChain, epidemicSelection, eulerMap, gillespie, Key, lotkaVolterra, meanField, type ReactionNetwork, seir, sir } from "simverdict";

const key = Key.root(0).fold("simulators");

/** Events of one run of the exact simulation, counted once: runs are replayed from one key, so all have as many. */
function eventsOf(network: ReactionNetwork): number {
  const { events } = gillespie().simulate(key.stream(), network, { intervals: 60 });
  return Object.values(events).reduce((total, series) => total + series.reduce((sum, count) => sum + count, 0), 0);
}

/** The cost of an event of the exact simulation, SIR; a run takes less than a time slice of a busy machine. */
const outbreak = sir({ population: 5000, R0: 2, infectiousDays: 5, initial: 50 });
export const gillespieSir = (): Bench =>
  new Bench({ name: "Gillespie SIR, per event (goal: 200)", time: 500 }).add("N = 5,000, 60 days", () => {
    gillespie().simulate(key.stream(), outbreak, { intervals: 60 });
  });

/** What one run of it is divided by. */
export const gillespieSirUnits = eventsOf(outbreak);

/** The cost of an event of the exact simulation, predators and prey. */
const hunt = lotkaVolterra({ prey: 200, predators: 100, birth: 1, predation: 0.01, death: 0.6 });
export const gillespieHunt = (): Bench =>
  new Bench({ name: "Gillespie Lotka–Volterra, per event", time: 500 }).add("200 prey, 100 predators, 60 days", () => {
    gillespie().simulate(key.stream(), hunt, { intervals: 60 });
  });

/** What one run of it is divided by. */
export const gillespieHuntUnits = eventsOf(hunt);

/** The cost of a trajectory of 60 days on a grid of four steps a day, each with randomness of its own. */
export function gridTrajectories(): Bench {
  const network = seir({ population: 2000, R0: 2.2, infectiousDays: 5, initial: 5, latentDays: 4 });
  const schedule = { intervals: 60 };
  const bench = new Bench({ name: "SEIR, N = 2,000, 60 days, per trajectory (goal of the binomial chain: 125,000)", time: 500 });
  const stream = key.stream();
  for (const algorithm of [binomialChain({ step: 0.25 }), eulerMap({ step: 0.25 }), meanField()]) {
    bench.add(algorithm.id, () => {
      algorithm.simulate(stream, network, schedule);
    });
  }
  const out = new Float64Array(60);
  for (const { id, path } of epidemicSelection("wide").skeletons) {
    const theta = [2.2, 5, 5, 0.5, 4, 40];
    bench.add(`skeleton ${id}`, () => path(theta, out));
  }
  return bench;
}

/** What one run of a task is divided by. */
export const gridTrajectoriesUnits = 1;
