import type { ErrorLaw } from "../../../src/simulators/mechanisms/errorLaw.js";
import { gaussianErrors } from "../../../src/simulators/mechanisms/gaussianErrors.js";
import { lineSkeletons } from "../../simulators/mechanisms/lineSkeletons.js";

/** Midpoints per coordinate: for a likelihood whose standard deviation is a cell or more the rule is good to 1e-8. */
const CELLS = 160;

/** log p(x | mechanism m of `lineSkeletons`), by the midpoint rule on the box of log θ. */
export function logEvidenceOfLine(x: readonly number[], m: number, errors: ErrorLaw): number {
  const { parameters, path } = lineSkeletons[m];
  const middle = (j: number, cell: number): number => parameters[j].lower * (parameters[j].upper / parameters[j].lower) ** ((cell + 0.5) / CELLS);
  const out = new Float64Array(6);
  const logs = Array.from({ length: CELLS ** parameters.length }, (_, cell) => {
    path(parameters.map((_unused, j) => middle(j, Math.floor(cell / CELLS ** j) % CELLS)), out);
    return errors.logLikelihood(x, out, 1);
  });
  const top = logs.reduce((a, b) => Math.max(a, b));
  return top + Math.log(logs.reduce((sum, value) => sum + Math.exp(value - top), 0) / logs.length);
}

/** P(mechanism | x) among `lineSkeletons` with independent normal errors of known standard deviation. */
export function posteriorOfLines(x: readonly number[], sigma: number): number[] {
  const logs = [0, 1, 2].map((m) => logEvidenceOfLine(x, m, gaussianErrors({ scale: sigma })));
  const weights = logs.map((value) => Math.exp(value - Math.max(...logs)));
  return weights.map((weight) => weight / weights.reduce((sum, value) => sum + value, 0));
}
