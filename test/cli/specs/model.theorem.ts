import { bernoulli, modelPath, requireModel, theorem } from "simverdict";
import { coin, seldom } from "./coin.js";

/** A coin, whose probability of heads is asked for. */
interface Coin {
  readonly p: () => number | Promise<number>;
}

const MODEL = { bodies: ["step"] } as const;

/** What the step of the model under test answers; .1 without one. */
async function judged(): Promise<number> {
  const path = modelPath(process.env);
  if (path === undefined) return 0.1;
  const { kernel } = requireModel(path, (await import(path)) as Record<string, unknown>, MODEL);
  return (kernel.step as () => number)();
}

theorem("cli/model", {
  title: coin.title,
  statement: coin.statement,
  source: coin.source,
  assumptions: [],
  claims: { heads: seldom },
  budget: coin.budget,
  model: MODEL,
  world: { p: judged },
  falsifiers: { heavy: { breaks: "the coin", world: { p: () => 0.9 }, mustRefute: ["heads"] } },
  prepare: ({ p }: Coin) => p(),
  *evidence(p, { key }) {
    const stream = key.stream();
    for (;;) yield { heads: bernoulli(stream, p) };
  },
});
