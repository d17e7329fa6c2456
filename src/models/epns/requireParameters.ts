import type { HostTensors } from "../../nn/hostTensor.js";
import { Key } from "../../random/key.js";

/** What has parameters of its own. */
interface Parametrised {
  readonly id: string;
  readonly init: (key: Key) => HostTensors;
}

/**
 * Check that parameters are those of a model: names and shapes, in any order.
 *
 * @param model the model
 * @param parameters what is said to be its parameters
 * @throws RangeError naming the first that is missing, too many, of another shape, or shorter or longer than its shape says
 * @example requireParameters({ id: "one", init: () => ({ w: { data: new Float32Array(2), shape: [2] } }) },
 *   { w: { data: new Float32Array(2), shape: [2] } }) // => undefined
 */
export function requireParameters({ id, init }: Parametrised, parameters: HostTensors): void {
  const own = init(Key.root(0));
  const refuse = (what: string): never => {
    throw new RangeError(`parameters must be those of ${id}: ${what}`);
  };
  const text = (shape: readonly number[]): string => `[${shape.join(", ")}]`;
  for (const [name, { shape }] of Object.entries(own)) {
    if (!Object.hasOwn(parameters, name)) refuse(`${name} of shape ${text(shape)} is missing`);
    const given = parameters[name];
    if (text(given.shape) !== text(shape)) refuse(`${name} must have shape ${text(shape)}, got ${text(given.shape)}`);
    const size = shape.reduce((product, extent) => product * extent, 1);
    if (given.data.length !== size) refuse(`${name} must hold ${size} numbers, got ${given.data.length}`);
  }
  const further = Object.keys(parameters).find((name) => !Object.hasOwn(own, name));
  if (further !== undefined) refuse(`${further} is none of them`);
}
