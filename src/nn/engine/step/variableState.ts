import type { HostTensor, HostTensors } from "../../hostTensor.js";
import { tf } from "../../tf.js";
import type { Compiled } from "../compile.js";
import { eagerly } from "../eagerly.js";
import type { TensorFunction } from "../trace.js";

const READ = "variable/";
const ASSIGNED = "assigned/";

/** What a step gives. */
export interface StepResult {
  readonly outputs: HostTensors;
  /** The new elements of the variables that it assigned, by their names. */
  readonly assigned: HostTensors;
}

/** The elements of a variable while they are away from it. */
interface Away {
  tensor: HostTensor;
  /** An array that may be written over. */
  spare: HostTensor | undefined;
  /** The data that the variable has meanwhile; if it has others, somebody assigned it, and what is away is out of date. */
  dataId: object;
  /** Whether a step has assigned it, so that the variable itself is out of date. */
  isAssigned: boolean;
}

/** All compiled steps of the process share what is away, since they may share variables. */
const AWAY = new WeakMap<tf.Variable, Away>();

/**
 * Run a compiled step on the variables that it reads and assigns; what it assigns stays away from them.
 *
 * @param step the step, with variables among its inputs and outputs as `trace` names them
 * @param inputs its other inputs
 * @returns its other outputs, and what it assigned: arrays that are the step's again when the next one runs
 * @throws Error if one of the variables has been disposed
 */
export async function compiledOnVariables(step: Compiled, inputs: HostTensors): Promise<StepResult> {
  const given: Record<string, HostTensor> = { ...inputs };
  for (const name of step.inputs) if (name.startsWith(READ)) given[name] = awayFrom(name.slice(READ.length)).tensor;
  const into: Record<string, HostTensor> = {};
  const targets = new Map<string, Away>();
  for (const name of step.outputs) {
    if (!name.startsWith(ASSIGNED)) continue;
    const away = awayFrom(name.slice(ASSIGNED.length));
    targets.set(name, away);
    if (away.spare !== undefined) into[name] = away.spare;
  }
  const results = await step.run(given, into);
  const [outputs, assigned]: Record<string, HostTensor>[] = [{}, {}];
  for (const [name, tensor] of Object.entries(results)) {
    const away = targets.get(name);
    if (away === undefined) outputs[name] = tensor;
    else {
      assigned[name.slice(ASSIGNED.length)] = tensor;
      Object.assign(away, { tensor, spare: away.tensor, isAssigned: true });
    }
  }
  return { outputs, assigned };
}

/**
 * Run a step kernel by kernel on the variables themselves.
 *
 * @param step the step
 * @param inputs its inputs
 * @returns its outputs, and what it assigned to variables that there were before
 */
export function eagerlyOnVariables(step: TensorFunction, inputs: HostTensors): StepResult {
  settleVariables();
  const before = variables().map((variable) => [variable, variable.dataId] as const);
  const outputs = eagerly(step, inputs);
  const assigned = before.filter(([variable, dataId]) => !variable.isDisposed && variable.dataId !== dataId);
  return { outputs, assigned: Object.fromEntries(assigned.map(([variable]) => [variable.name, elementsOf(variable)])) };
}

/** Give all variables of the process the elements back that compiled steps have assigned to them; what others assigned since stays. */
export function settleVariables(): void {
  for (const variable of variables()) {
    const away = AWAY.get(variable);
    if (away === undefined || !away.isAssigned) continue;
    away.isAssigned = false;
    if (away.dataId !== variable.dataId) continue;
    const { data, shape } = away.tensor;
    tf.tidy(() => variable.assign(tf.tensor(data.slice(), [...shape], variable.dtype)));
    away.dataId = variable.dataId;
  }
}

/** Settle, and give the memory back; to be called while no step is running. */
export function releaseVariables(): void {
  settleVariables();
  for (const variable of variables()) AWAY.delete(variable);
}

function awayFrom(name: string): Away {
  const variable = tf.engine().registeredVariables[name];
  if (variable === undefined) throw new Error(`variable ${name} has been disposed`);
  const known = AWAY.get(variable);
  if (known?.dataId === variable.dataId) return known;
  const away = { tensor: elementsOf(variable), spare: undefined, dataId: variable.dataId, isAssigned: false };
  AWAY.set(variable, away);
  return away;
}

const variables = (): tf.Variable[] => Object.values(tf.engine().registeredVariables);
const elementsOf = (variable: tf.Variable): HostTensor => ({ data: variable.dataSync<"float32" | "int32">().slice(), shape: variable.shape });
