import { Bench } from "tinybench";
import { beta, binomial, dirichlet, exponential, gamma, Key, negativeBinomial, normal, poisson, type Stream } from "simverdict";

const DRAWS = 1_000;

/** One draw of each sampler, on both sides of its switch of algorithm. */
const SAMPLERS: Readonly<Record<string, (stream: Stream) => unknown>> = {
  uniform: (stream) => stream.uniform(),
  normal: (stream) => normal(stream),
  exponential: (stream) => exponential(stream),
  "gamma, shape .5": (stream) => gamma(stream, 0.5),
  "gamma, shape 2.5": (stream) => gamma(stream, 2.5),
  "beta(2, 3)": (stream) => beta(stream, 2, 3),
  "Poisson, mean 3": (stream) => poisson(stream, 3),
  "Poisson, mean 300": (stream) => poisson(stream, 300),
  "binomial(100000, 3e-5)": (stream) => binomial(stream, 100_000, 3e-5),
  "binomial(100000, 3e-3)": (stream) => binomial(stream, 100_000, 3e-3),
  "negative binomial, mean 100, size 10": (stream) => negativeBinomial(stream, 100, 10),
  "Dirichlet of 4": (stream) => dirichlet(stream, [1, 1, 1, 1]),
};

/** The cost of a draw, and of a key that opens a stream for one draw. */
export function samplers(): Bench {
  const key = Key.root(0).fold("samplers");
  const bench = new Bench({ name: `samplers, per draw of ${DRAWS}`, time: 200 });
  for (const [name, draw] of Object.entries(SAMPLERS)) {
    const stream = key.fold(name).stream();
    bench.add(name, () => {
      for (let i = 0; i < DRAWS; i++) draw(stream);
    });
  }
  bench.add("key.fold(i).stream().uniform()", () => {
    for (let i = 0; i < DRAWS; i++) key.fold(i).stream().uniform();
  });
  return bench;
}

/** What one run of a task is divided by. */
export const samplersUnits = DRAWS;
