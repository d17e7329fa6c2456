import { cellularPotts, type CellLattice, type CellModel, type CellTraining, fitCells, type FittedCells, type Key, trajectory } from "simverdict";

/** Size and number of cells at which nets are trained and judged. */
export const LATTICE = { size: 24, cells: 8 };
/** The world of cells in which nets are trained and judged. */
export const CELLULAR = cellularPotts(LATTICE);
/** Observations in a sequence. */
const OBSERVATIONS = 30;

/** What a net of cells is trained on, and for how long. */
export interface CellNetBudget {
  /** Sequences of 30 observations. */
  readonly sequences: number;
  readonly steps: number;
}

/** Sequences and nets that this process has made: the worlds of a theorem often need the same ones. */
const simulated = new Map<string, CellLattice[][]>();
const trained = new Map<string, Promise<FittedCells>>();

/** The first sequences under a key; all nets of a theorem see the same ones. */
export function trainingSequences(count: number, key: Key): CellLattice[][] {
  const known = simulated.get(key.toString()) ?? [];
  simulated.set(key.toString(), known);
  while (known.length < count) known.push(trajectory(CELLULAR, key.fold("sequences").fold(known.length), OBSERVATIONS));
  return known.slice(0, count);
}

/** A model trained on sequences of `cellular`, once in a process for equal arguments; models are told apart by their ids. */
export function trainedCells(model: CellModel, { sequences, ...training }: CellNetBudget & CellTraining, key: Key): Promise<FittedCells> {
  const name = JSON.stringify([key.toString(), model.id, sequences, training]);
  const net = trained.get(name) ?? fitCells(model, trainingSequences(sequences, key), training, key.fold("net"));
  trained.set(name, net);
  return net;
}
