import { tf } from "../tf.js";
import type { GraphValue } from "./graph/graph.js";
import type { ArraySpec } from "./graph/graphBuilder.js";

/** All variables of the process, while a recording may assign them and make new ones. */
export interface HeldVariables {
  /** The graph input that stands for the variable with these data; undefined if none had them at the start. */
  readonly inputFor: (dataId: object) => GraphValue | undefined;
  /** Whether these are the data that a variable had at the start. */
  readonly holds: (dataId: object) => boolean;
  /** To be called when data get a new holder, with what they stand for: a new variable may be that holder. */
  readonly notice: (dataId: object, value: GraphValue) => void;
  /** The variables that were assigned. */
  readonly assigned: () => readonly tf.Variable[];
  /** Give every variable back the data it had. */
  readonly release: () => void;
  /** Leave the variables that were made to the active backend, with the elements they began with, and say which they are. */
  readonly keepMade: () => MadeVariables;
}

/** What became of the variables that a recording made. */
export interface MadeVariables {
  /** Those that began with known elements, and have them again: whoever made them may go on with them. */
  readonly kept: readonly tf.Variable[];
  /** Names of those that began with what was computed, which nobody knows; they are disposed. */
  readonly computed: readonly string[];
}

/**
 * Keep the elements of all variables while a recording assigns them.
 *
 * @param input makes the graph input for a variable, by its name, shape and type
 * @returns what becomes of the variables, and the way back
 */
export function holdVariables(input: (name: string, spec: ArraySpec) => GraphValue): HeldVariables {
  const engine = tf.engine();
  const held = new Map(Object.entries(engine.registeredVariables).map(([name, variable]) => {
    const { dataId } = variable;
    const { backend } = engine.state.tensorInfo.get(dataId)!;
    backend.incRef(dataId); // an assignment gives one reference back, and the last one frees the elements
    return [name, { variable, dataId, backend }];
  }));
  const byData = new Map([...held.values()].map(({ variable, dataId }) => [dataId, variable]));
  const made = new Map<tf.Variable, GraphValue>();
  return {
    inputFor: (dataId) => {
      const variable = byData.get(dataId);
      return variable && input(variable.name, { shape: variable.shape, type: variable.dtype as ArraySpec["type"] });
    },
    holds: (dataId) => byData.has(dataId),
    notice: (dataId, value) => {
      for (const variable of Object.values(engine.registeredVariables)) {
        if (variable.dataId === dataId && !held.has(variable.name) && !made.has(variable)) made.set(variable, value);
      }
    },
    assigned: () => [...held.values()].filter(({ variable, dataId }) => variable.dataId !== dataId).map(({ variable }) => variable),
    release: () => {
      for (const { variable, dataId, backend } of held.values()) {
        if (variable.dataId === dataId) backend.disposeData(dataId); // gives the reference of above back
        else {
          engine.disposeTensor(variable);
          variable.dataId = dataId;
          engine.state.numTensors++;
          engine.state.numBytes += variable.size * tf.util.bytesPerElement(variable.dtype);
        }
      }
    },
    keepMade: () => {
      const kept: tf.Variable[] = [];
      const computed: string[] = [];
      for (const [variable, { data, type }] of made) {
        if (data === undefined || data instanceof BigInt64Array) {
          computed.push(variable.name);
          variable.dispose();
        } else {
          tf.tidy(() => variable.assign(tf.tensor(data, variable.shape, type as tf.DataType)));
          kept.push(variable);
        }
      }
      return { kept, computed };
    },
  };
}
