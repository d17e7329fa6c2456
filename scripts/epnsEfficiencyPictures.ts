import { bodyLogLikelihood, type BodyModel, brokenVectorScalar, Key, matchedWidth, parameterCount, rawBodies, vectorScalar } from "simverdict";
import type { CurvePicture, Picture } from "../src/report/pictures/picturesRecord.js";
import { trainedBodies, trainingTrajectories } from "../theorems/epns/trained-bodies.js";
import { latentDivergence } from "./latentDivergence.js";
import { rounded } from "./rolloutFans.js";

/** Held-out scores against the number of training trajectories: mean over training seeds, and the seeds' range. */
async function efficiencyCurves(sizes: readonly number[], seeds: number, key: Key): Promise<CurvePicture["panels"]> {
  const hidden = 16;
  const epns = vectorScalar({ hidden });
  const width = matchedWidth(parameterCount(epns.init(Key.root(0))), (hidden) => rawBodies({ hidden }));
  const models: Readonly<Record<string, readonly [BodyModel, object]>> = {
    EPNS: [epns, {}],
    PNS: [rawBodies({ hidden: width }), {}],
    "PNS, rotated data": [rawBodies({ hidden: width }), { augmentation: "rotation" }],
    "EPNS with equivariance broken": [brokenVectorScalar({ hidden }), {}],
  };
  const held = trainingTrajectories(20, key.fold("held out")).flatMap((states) => states.slice(1).map((next, t) => [states[t], next] as const));
  const found: { readonly name: string; readonly size: number; readonly score: number; readonly median: number; readonly divergence: number }[] = [];
  for (const [name, [model, extra]] of Object.entries(models)) {
    for (const size of sizes) {
      for (let seed = 0; seed < seeds; seed++) {
        const fitted = await trainedBodies(model, { trajectories: size, steps: 300, learningRate: 4e-3, ...extra }, key.fold(seed));
        const bounds = bodyLogLikelihood(fitted, held, { key: key.fold("latents") });
        const score = bounds.reduce((sum, bound) => sum + 1 / (1 + Math.exp(21 - bound)), 0) / bounds.length;
        found.push({ name, size, score, median: bounds.toSorted()[bounds.length >> 1], divergence: latentDivergence(fitted, held) });
      }
    }
  }
  const panel = (title: string, y: string, of: (one: (typeof found)[number]) => number): CurvePicture["panels"][number] => ({
    title,
    x: { label: "training trajectories", scale: "log" },
    y,
    series: Object.keys(models).map((name) => ({
      name,
      points: sizes.map((size) => {
        const values = found.filter((one) => one.name === name && one.size === size).map(of);
        return { x: size, y: rounded(values.reduce((sum, value) => sum + value, 0) / values.length), lower: rounded(Math.min(...values)), upper: rounded(Math.max(...values)) };
      }),
    })),
  });
  return [
    panel("mean score of a transition", "1/(1 + exp(21 − ELBO))", ({ score }) => score),
    panel("median bound of a transition", "ELBO / nats per body", ({ median }) => median),
    panel("mean divergence of the latents", "KL(q ‖ p) / nats per body", ({ divergence }) => divergence),
  ];
}

/** What models learn from few trajectories, from nets trained under a key. */
export async function efficiencyPictures(key: Key): Promise<Picture[]> {
  return [
    {
      kind: "curves",
      id: "epns-efficiency",
      title: "What a model learns from few trajectories",
      caption: "celestial: 2,000 held-out transitions; hidden 16, 300 steps, numbers of parameters as equal as widths allow; mean of two training seeds, and both of them as the ends of the interval.",
      panels: await efficiencyCurves([5, 20, 80], 2, key),
    },
  ];
}
