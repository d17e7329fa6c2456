import {
  type DynamicsCase,
  type DynamicsPrediction,
  type DynamicsQuestion,
  type EnsembleQuestion,
  ensembleValues,
  type Entry,
  type EntryContext,
  type HostTensors,
  Key,
  matchedWidth,
  type Metric,
  ksToSimulator,
  type DynamicsTruth,
  parameterCount,
  type RolloutSteps,
  saturatedCrps,
  saturatedEnergyDistance,
  selectBackend,
} from "simverdict";

/** How an entry answers: it rolls out, and says how likely transitions are, if it can. */
export interface Answering<S> {
  readonly parameters: number;
  readonly steps: RolloutSteps<S>;
  /** What is known of the training, in a line. */
  readonly note?: string;
  /** One number for each transition, in nats per body or site. */
  readonly logLikelihood?: (transitions: readonly (readonly [S, S])[], key: Key) => ArrayLike<number>;
}

/** An entry of a dynamics board. */
export function rollingOut<S, Plain>(
  { model, source, question, read }: { readonly model: string; readonly source: string; readonly question: EnsembleQuestion<S>; readonly read: (plain: Plain) => S },
  prepare: (context: EntryContext) => Answering<S> | Promise<Answering<S>>,
): Entry<DynamicsCase<Plain>, DynamicsPrediction> {
  return {
    model,
    source,
    prepare: async (context) => {
      await selectBackend();
      const { parameters, steps, note, logLikelihood } = await prepare(context);
      return {
        parameters,
        ...(note !== undefined && { note }),
        predict: (cases) => {
          const { keep, progress } = context.predicting ?? {};
          const make = async (): Promise<DynamicsPrediction[]> => {
            const starts = cases.map(({ start }) => read(start));
            const ensembles = await ensembleValues(steps, starts, question, context.key.fold("rollouts"), progress).finally(() => steps.release?.());
            const transitions = cases.map(({ transition: [a, b] }) => [read(a), read(b)] as const);
            const densities = logLikelihood?.(transitions, context.key.fold("latents"));
            return ensembles.map((ensemble, i) => ({ logLikelihood: densities?.[i] ?? null, ensemble }));
          };
          return keep === undefined ? make() : keep(make);
        },
      };
    },
  };
}

/** The metrics that every dynamics board has beside the log-likelihood and the share of stable rollouts. */
export function ensembleMetrics(
  question: DynamicsQuestion,
  scales: { readonly units: readonly number[]; readonly cap: number; readonly forecast: Readonly<Record<string, number>> },
): Metric<DynamicsPrediction, DynamicsTruth>[] {
  const { statistics, horizons } = question;
  return [
    ...statistics.flatMap((statistic) => horizons.map((horizon) => ksToSimulator(question, statistic, horizon))),
    ...horizons.map((horizon) => saturatedEnergyDistance(question, { horizon, units: scales.units, cap: scales.cap })),
    ...Object.entries(scales.forecast).map(([statistic, cap]) => saturatedCrps(question, { statistic, horizon: horizons.at(-1)!, cap })),
  ];
}

/** Rivals get the width at which they have as many parameters as the model, as nearly as widths allow. */
export function asLargeAs<M extends { readonly init: (key: Key) => HostTensors }>(model: M, rival: (hidden: number) => M): M {
  return rival(matchedWidth(parameterCount(model.init(Key.root(0))), rival));
}
