import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { atMost, beta, gamma, type Key, type MeanClaim, negativeBinomial, normal, Stream, theorem, within } from "simverdict";
import { LAWS, type Sampler } from "./sampled-laws.js";

/** What is under test; a falsifier breaks one of these. */
interface World {
  readonly samplers: Readonly<Record<string, Sampler>>;
  /** Opens the stream of the i-th replicate. */
  readonly streamOf: (key: Key, i: number) => Stream;
}

/** Draws, or pairs of streams, that are made together. */
const BATCH = 512;
/** Margin around the means of U, of (2U − 1)², and of a product of neighbours. */
const DELTA = 0.01;
/** Largest L² distance of the law of U from the uniform law. */
const DISTANCE = 0.05;
/** Draws of neighbouring streams that are compared, counted from 1: a linear generator forgets a bad state slowly. */
const POSITIONS = [1, 2, 9, 17] as const;

const SAMPLERS: Readonly<Record<string, Sampler>> = Object.fromEntries(
  Object.entries(LAWS).map(([name, { sample }]) => [name, sample]),
);

const claims: Record<string, MeanClaim> = {
  "first-draw": within([0.5 - DELTA, 0.5 + DELTA], {
    of: "U, the first uniform of key i, over consecutive i",
    range: [0, 1],
    because: "the precision asked of every sampler's location",
  }),
};
for (const position of POSITIONS) {
  claims[`neighbours-${position}`] = within([-DELTA, DELTA], {
    of: `(2U − 1)(2U′ − 1), uniforms ${position} of keys 2i and 2i + 1`,
    range: [-1, 1],
    because: "a correlation ρ has mean ρ/3 here, and ρ ≤ .03 inflates the standard error of a mean of replicates by 3 % at most",
  });
}
const KEY_CLAIMS = Object.keys(claims);
for (const [name, { title }] of Object.entries(LAWS)) {
  claims[`${name}-location`] = within([0.5 - DELTA, 0.5 + DELTA], {
    of: `U = F(X), ${title}`,
    range: [0, 1],
    because: "a shift by d sd of a normal law moves it by d/(2√π): d ≤ .036, squared less than a tenth of the margin (.02) of an excess risk",
  });
  claims[`${name}-spread`] = within([1 / 3 - DELTA, 1 / 3 + DELTA], {
    of: `(2U − 1)², U = F(X), ${title}`,
    range: [0, 1],
    because: "a factor 1 + e on the sd of a normal law moves it by 2e/(π√3): e ≤ .027, squared less than a tenth of the margin (.02) of an excess risk",
  });
  claims[`${name}-shape`] = atMost(DISTANCE ** 2, {
    of: `⅓ + (U² + U′²)/2 − max(U, U′), of mean ∫ (P(U ≤ u) − u)² du, ${title}`,
    range: [1 / 3 - 1 / 2, 1 / 3],
    because: "then no g with |g′| ≤ 1 has a mean E g(U) wrong by more than .05; the draws needed grow as the fourth power of 1/.05",
  });
}

/** Products of uniforms until e^−mean is passed: e^−mean is 0 in float64 from 746 on. */
const product = (mean: number): Sampler => (stream) => {
  const end = Math.exp(-mean);
  let k = 0;
  for (let p = stream.uniform(); p > end; p *= stream.uniform()) k++;
  return k;
};

/** Powers of two uniforms, which have the law of Beta(a, b) only where their sum is below 1. */
const unrejected = (a: number, b: number): Sampler => (stream) => {
  const [x, y] = [(1 - stream.uniform()) ** (1 / a), (1 - stream.uniform()) ** (1 / b)];
  return x / (x + y);
};

theorem("foundations/randomness", {
  title: "Samplers have their laws, and neighbouring keys give independent streams",
  statement:
    "U = F(X), randomised at atoms, is uniform: E U = ½, E(2U − 1)² = ⅓, ∫ (P(U ≤ u) − u)² du = 0; uniforms of keys 2i and 2i + 1 are uncorrelated",
  source: { cite: "Rosenblatt 1952, Annals of Mathematical Statistics 23(3)", where: "the transformation of a law to the uniform one" },
  assumptions: ["the distribution functions are exact to 1e-9", "successive draws of one stream are independent"],
  claims,
  budget: { smoke: { samples: 400_000 }, standard: { samples: 2_000_000 } },
  world: { samplers: SAMPLERS, streamOf: (key: Key, i: number): Stream => key.fold(i).stream() },
  falsifiers: {
    "raw small seeds": {
      breaks: "the seeding: the index itself seeds xoroshiro128+",
      world: { streamOf: (_, i) => new Stream(xoroshiro128plus(i).getState() as [number, number, number, number]) },
      mustRefute: ["first-draw", "neighbours-1", "neighbours-2"],
      caughtInTheWild:
        "pure-rand 8.4.2: xoroshiro128plus(seed) copies the seed into its state unmixed, so seeds 1 to 4 all begin with the uniform 1.000000 and neighbouring seeds correlate .84 at the second draw",
    },
    "one stream for two keys": {
      breaks: "the folding: neighbouring replicates share a stream",
      world: { streamOf: (key, i) => key.fold(i >> 1).stream() },
      mustRefute: ["neighbours-1", "neighbours-2", "neighbours-9", "neighbours-17"],
    },
    "variance for standard deviation": {
      breaks: "the scale of the normal law: sd² in place of sd",
      world: { samplers: { ...SAMPLERS, normal: (s) => normal(s, -1, 4) } },
      mustRefute: ["normal-spread", "normal-shape"],
    },
    "rate for scale": {
      breaks: "the scale of the gamma law: multiplied by the rate",
      world: { samplers: { ...SAMPLERS, gamma: (s) => gamma(s, 3.5) * 2 } },
      mustRefute: ["gamma-location", "gamma-shape"],
    },
    "dispersion for size": {
      breaks: "the negative binomial law: variance mean + size · mean²",
      world: { samplers: { ...SAMPLERS, "negative-binomial": (s) => negativeBinomial(s, 5, 1 / 2) } },
      mustRefute: ["negative-binomial-location", "negative-binomial-spread", "negative-binomial-shape"],
    },
    "beta without rejection": {
      breaks: "the beta law: powers of uniforms are normalised, never rejected",
      world: { samplers: { ...SAMPLERS, beta: unrejected(3, 5) } },
      mustRefute: ["beta-spread", "beta-shape"],
    },
    "mirrored beta": {
      breaks: "the beta law: its parameters are swapped",
      world: { samplers: { ...SAMPLERS, "beta-small": (s) => beta(s, 2, 0.4) } },
      mustRefute: ["beta-small-location", "beta-small-shape"],
    },
    "product of uniforms": {
      breaks: "the Poisson law: a sampler for small means is used at mean 800",
      world: { samplers: { ...SAMPLERS, "poisson-large": product(800) } },
      mustRefute: ["poisson-large-location", "poisson-large-shape"],
    },
  },
  prepare: (world) => world,
  *evidence(world: World, { key, claims: pending }) {
    for (let batch = 0; ; batch++) {
      const neighbours = KEY_CLAIMS.some((name) => pending.has(name)) ? compareNeighbours(world, key.fold("keys"), batch) : {};
      yield { ...neighbours, ...transformDraws(world, key.fold(batch), pending) };
    }
  },
});

/** First uniforms, and products of uniforms at equal positions, for a batch of pairs of neighbouring keys. */
function compareNeighbours({ streamOf }: World, key: Key, batch: number): Record<string, number[]> {
  const found: Record<string, number[]> = { "first-draw": [] };
  for (const position of POSITIONS) found[`neighbours-${position}`] = [];
  for (let pair = batch * BATCH; pair < (batch + 1) * BATCH; pair++) {
    const streams = [streamOf(key, 2 * pair), streamOf(key, 2 * pair + 1)];
    for (let position = 1; position <= POSITIONS.at(-1)!; position++) {
      const [u, v] = streams.map((stream) => stream.uniform());
      if (position === 1) found["first-draw"].push(u, v);
      found[`neighbours-${position}`]?.push((2 * u - 1) * (2 * v - 1));
    }
  }
  return found;
}

/** The statistics of transformed draws, for the laws with a claim that is still open. */
function transformDraws({ samplers }: World, key: Key, pending: ReadonlySet<string>): Record<string, Float64Array> {
  const found: Record<string, Float64Array> = {};
  for (const [name, { cdf }] of Object.entries(LAWS)) {
    if (!["location", "spread", "shape"].some((statistic) => pending.has(`${name}-${statistic}`))) continue;
    const stream = key.fold(name).stream();
    const atoms = key.fold(name).fold("atoms").stream();
    const u = new Float64Array(BATCH).map(() => {
      const [below, upTo] = cdf(samplers[name](stream));
      return below + atoms.uniform() * (upTo - below);
    });
    found[`${name}-location`] = u;
    found[`${name}-spread`] = u.map((x) => (2 * x - 1) ** 2);
    found[`${name}-shape`] = u.subarray(BATCH / 2).map((x, i) => 1 / 3 + ((x * x + u[i] * u[i]) / 2 - Math.max(x, u[i])));
  }
  return found;
}
