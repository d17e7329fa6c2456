import type { HostTensors } from "../../../nn/hostTensor.js";
import type { Key } from "../../../random/key.js";

/** A part of a net: its fresh parameters; they are named, so that parts can be put together. */
export interface Layer {
  readonly init: (key: Key) => HostTensors;
}

/**
 * The parameters of several parts together.
 *
 * init(key) = ∪ init_i(key): parts name their parameters differently, and draw each under its name
 *
 * @param layers the parts
 * @returns the function that draws all of them
 * @throws RangeError (from that function) if two parts share a name
 */
export function initAll(layers: readonly Layer[]): (key: Key) => HostTensors {
  return (key) => {
    const all: Record<string, HostTensors[string]> = {};
    for (const layer of layers) {
      for (const [name, tensor] of Object.entries(layer.init(key))) {
        if (all[name] !== undefined) throw new RangeError(`two layers are named ${name}`);
        all[name] = tensor;
      }
    }
    return all;
  };
}

/**
 * How many numbers a model learns.
 *
 * Σ sizes of all arrays
 *
 * @param parameters the model's parameters, by name
 * @returns their number
 * @example parameterCount({ w: { data: new Float32Array(6), shape: [2, 3] } }) // => 6
 */
export function parameterCount(parameters: HostTensors): number {
  return Object.values(parameters).reduce((sum, { shape }) => sum + shape.reduce((size, extent) => size * extent, 1), 0);
}
