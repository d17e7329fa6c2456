import type { Mechanism, MechanismWorld } from "../../simulators/mechanisms/mechanismWorld.js";
import { checkClassPrediction, type ClassPrediction, type ClassTruth } from "../classPrediction.js";
import { classFormat } from "../submission/classFormat.js";
import type { Task } from "../task.js";

/** Selection of the mechanism behind a series. */
export type MechanismSelection = Task<Mechanism, readonly number[], ClassTruth, ClassPrediction>;

/**
 * The frozen task of telling which mechanism of a world made a series.
 *
 * Truth: the mechanism; its posterior probabilities have no closed form, so there is no regret
 *
 * @param world at least two mechanisms with equal prior probability, for example `epidemicSelection("tight")`
 * @returns the task `model-selection/<id of the world>`, version 1
 * @throws RangeError if the world has one mechanism only
 * @source Project definition of the mechanism-selection tasks
 * @example mechanismSelection(epidemicSelection("wide")).title // => "Which mechanism made a series of 60 values: SIR, SEIR or SEIRS"
 */
export function mechanismSelection(world: MechanismWorld): MechanismSelection {
  const names = world.skeletons.map(({ id }) => id);
  const format = classFormat(names.length);
  return {
    id: `model-selection/${world.id}`,
    version: 1,
    title: `Which mechanism made a series of ${world.skeletons[0].length} values: ${names.slice(0, -1).join(", ")} or ${names.at(-1)}`,
    simulator: world,
    truth: ({ mechanism }) => ({ mechanism }),
    check: checkClassPrediction(names.length),
    format,
  };
}
