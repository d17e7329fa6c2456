import {
  atLeast,
  atMost,
  categorical,
  confidenceInterval,
  finiteWorld,
  frequencyClassifier,
  gaussianDiscriminant,
  type Key,
  mismatchCertificate,
  normal,
  normalCdf,
  type OneSidedClaim,
  type Stream,
  theorem,
  type TwoSampleClassifier,
} from "simverdict";

type Row = readonly number[];

/** A lower bound on TV_x from two samples and the classifier to use. */
type Bound = (simulated: readonly Row[], real: readonly Row[], classifier: TwoSampleClassifier, key: Key) => Promise<number>;

/** What is under test; a falsifier breaks one of these. */
interface Certifying {
  readonly bound: Bound;
  /** Done to the classifier before it is used. */
  readonly spoil: (classifier: TwoSampleClassifier) => TwoSampleClassifier;
  /** What of a labelled observation (x, y) the certificate is given. */
  readonly seen: (x: number, y: number) => Row;
}

/** A simulator's law of x and reality's, their total variation, and how many rows of each there are. */
interface Design {
  readonly title: string;
  readonly simulated: (stream: Stream) => Row;
  readonly real: (stream: Stream) => Row;
  readonly tv: number;
  readonly rows: number;
  readonly classifier: TwoSampleClassifier;
}

/** Nominal level, and the largest rate of bounds that are too high: the resolution that a tier's decisions can afford. */
const ALPHA = 0.05;
const RATE = 0.06;

const frozen = finiteWorld();
const reversed = finiteWorld({ prior: [...frozen.tables.prior].reverse() });
const outcome =
  (law: readonly number[]) =>
  (stream: Stream): Row => [categorical(stream, law)];
const gaussian =
  (shift: number) =>
  (stream: Stream): Row => [shift + normal(stream), normal(stream), normal(stream), normal(stream)];

const finite = { simulated: outcome(frozen.marginal), classifier: frequencyClassifier() };
const shiftedPrior = {
  ...finite,
  title: "32 outcomes, reality with the reversed prior",
  real: outcome(reversed.marginal),
  tv: frozen.marginal.reduce((sum, p, x) => sum + Math.abs(p - reversed.marginal[x]) / 2, 0),
};
const normals = { simulated: gaussian(0), classifier: gaussianDiscriminant() };
const shiftedMean = { ...normals, title: "normal in ℝ⁴, one mean shifted by one", real: gaussian(1), tv: 2 * normalCdf(0.5) - 1 };

/** Designs in which the bound must not be too high. */
const VALID: Readonly<Record<string, Design>> = {
  "finite-identical": { ...finite, title: "32 outcomes, one law", real: finite.simulated, tv: 0, rows: 200 },
  "finite-prior": { ...shiftedPrior, rows: 200 },
  "gaussian-identical": { ...normals, title: "normal in ℝ⁴, one law", real: normals.simulated, tv: 0, rows: 60 },
  "gaussian-shift": { ...shiftedMean, rows: 60 },
};

/** Designs with data enough for a bound of half the distance. */
const USEFUL: Readonly<Record<string, Design>> = {
  "finite-prior": { ...shiftedPrior, rows: 4_000 },
  "gaussian-shift": { ...shiftedMean, rows: 2_000 },
};

const claims: Record<string, OneSidedClaim> = {};
for (const [name, { title, rows }] of Object.entries(VALID)) {
  claims[`valid-${name}`] = atMost(RATE, {
    of: `1[L > TV_x] at α = ${ALPHA}; ${title}, ${rows} rows of each`,
    range: [0, 1],
    because: "P(L > TV_x) ≤ .05; .01 more is what the decisions can afford to tell",
  });
}
for (const [name, { title, rows }] of Object.entries(USEFUL)) {
  claims[`useful-${name}`] = atLeast(0.9, {
    of: `1[L ≥ ½ TV_x] at α = ${ALPHA}; ${title}, ${rows} rows of each`,
    range: [0, 1],
    because: `with h = ${rows / 2} held-out pairs of variance ⅛ the bound loses 2√(2 (ln 20 + ln 16)/(8h)) = ${(Math.sqrt(5.77 / (rows / 2))).toFixed(3)} of TV, ln 16 for the mixture of bets`,
  });
}

/** Rows of each law whose labels are opposite while their x are alike. */
const CONCEPT_ROWS = 60;
claims["concept-shift"] = atMost(RATE, {
  of: `1[L > 0] where y = sign(x) in simulations and −sign(x) in reality: TV of (x, y) is 1; ${CONCEPT_ROWS} rows of each`,
  range: [0, 1],
  because: "TV_x = 0, so that P(L > 0) ≤ .05: without labels the worst of shifts is invisible",
});

const certificate: Bound = async (simulated, real, classifier, key) =>
  (await mismatchCertificate(simulated, real, { alpha: ALPHA, key, classifier })).lower;

/** Right answers on the training rows themselves, in pairs. */
async function inSample(simulated: readonly Row[], real: readonly Row[], classifier: TwoSampleClassifier, key: Key): Promise<Float64Array> {
  const looksReal = await classifier.fit(simulated, real, key);
  const [ofSimulated, ofReal] = [looksReal(simulated), looksReal(real)];
  return Float64Array.from(ofReal, (said, i) => (said ? 0.5 : 0) + (ofSimulated[i] ? 0 : 0.5));
}

const hypothesis: Certifying = { bound: certificate, spoil: (classifier) => classifier, seen: (x) => [x] };

theorem("sgnn/mismatch-certificate", {
  title: "Held-out accuracy certifies, without labels, how far a simulator is from reality at least",
  statement: "P(L > TV_x) ≤ α for L = 2 a − 1, a the betting lower bound of the held-out accuracy of any classifier of real and simulated x",
  source: {
    cite: "Lopez-Paz & Oquab 2017, arXiv 1610.06545; Waudby-Smith & Ramdas 2024; for Dudley & Eisenberg 2025, arXiv 2509.18990",
    where: "the classifier two-sample statistic; the bound of a bounded mean; the unobservable penalty of misspecification",
  },
  assumptions: ["rows are independent draws of either law of x", "the classifier has not seen the rows it is judged on", "TV is that of x alone"],
  claims,
  budget: { smoke: { samples: 20_000 }, standard: { samples: 100_000 } },
  world: hypothesis,
  falsifiers: {
    "in-sample accuracy": {
      breaks: "the held-out rows: accuracy is bounded on the rows that trained the classifier",
      world: {
        bound: async (...data) => Math.max(0, 2 * confidenceInterval(await inSample(...data), 2 * ALPHA).lower - 1),
      },
      mustRefute: ["valid-finite-identical"],
    },
    "plug-in estimate": {
      breaks: "the bound: the total variation of the empirical laws, which is positive also for equal laws",
      world: {
        bound: async (...data) => {
          const z = await inSample(...data);
          return 2 * z.reduce((sum, value) => sum + value / z.length, 0) - 1;
        },
      },
      mustRefute: ["valid-finite-identical", "valid-finite-prior"],
    },
    "labels shuffled": {
      breaks: "the classifier: it learns from labels that have nothing to do with which rows are real",
      world: {
        spoil: ({ id, fit }) => ({
          id: `shuffled(${id})`,
          fit: (simulated, real, key) => {
            const rows = [...simulated, ...real];
            return fit(rows.filter((_, i) => i % 2 === 0), rows.filter((_, i) => i % 2 === 1), key);
          },
        }),
      },
      mustRefute: ["useful-finite-prior", "useful-gaussian-shift"],
    },
    "labels given": {
      breaks: "the blindness: the certificate sees y beside x",
      world: { seen: (x, y) => [x, y] },
      mustRefute: ["concept-shift"],
    },
  },
  prepare: (world) => world,
  async *evidence({ bound, spoil, seen }, { key, claims: pending }) {
    const draws = (n: number, law: (stream: Stream) => Row, k: Key): Row[] => {
      const stream = k.stream();
      return Array.from({ length: n }, () => law(stream));
    };
    const lower = (design: Omit<Design, "tv" | "title">, k: Key): Promise<number> =>
      bound(
        draws(design.rows, design.simulated, k.fold("simulated")),
        draws(design.rows, design.real, k.fold("real")),
        spoil(design.classifier),
        k.fold("certificate"),
      );
    const labelled =
      (sign: 1 | -1) =>
      (stream: Stream): Row => {
        const x = normal(stream);
        return seen(x, sign * Math.sign(x));
      };
    const concept = { simulated: labelled(1), real: labelled(-1), rows: CONCEPT_ROWS, classifier: gaussianDiscriminant() };
    for (let i = 0; ; i++) {
      const found: Record<string, number> = {};
      for (const claim of pending) {
        const k = key.fold(claim).fold(i);
        const name = claim.replace(/^(?:valid|useful)-/, "");
        if (claim === "concept-shift") found[claim] = (await lower(concept, k)) > 0 ? 1 : 0;
        else if (claim.startsWith("valid-")) found[claim] = (await lower(VALID[name], k)) > VALID[name].tv ? 1 : 0;
        else found[claim] = (await lower(USEFUL[name], k)) >= USEFUL[name].tv / 2 ? 1 : 0;
      }
      yield found;
    }
  },
});
