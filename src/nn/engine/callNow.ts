import type { Tensors } from "../hostTensor.js";
import { tf } from "../tf.js";

/**
 * Call a function of named tensors, and say in one line what is wrong with the call.
 *
 * @param f the function
 * @param inputs what it is called with
 * @returns its outputs
 * @throws TypeError if it returns a promise: its tensors would be gone before it has ended
 * @throws RangeError naming the input, if it fails over one that is not there
 */
export function callNow(f: (inputs: Tensors) => Tensors, inputs: Tensors): Tensors {
  const missing: string[] = [];
  const given = new Proxy(inputs, {
    get: (target, name) => {
      if (typeof name === "string" && !(name in target)) missing.push(name);
      return Reflect.get(target, name) as unknown;
    },
  });
  let outputs: Tensors;
  try {
    outputs = f(given);
  } catch (error) {
    if (missing.length === 0 || !/undefined|null/.test(String(error))) throw error;
    throw new RangeError(`input ${missing[0]} is missing`, { cause: error });
  }
  if (!tf.util.isPromise(outputs)) return outputs;
  void Promise.resolve(outputs as unknown).catch(() => {}); // what it does from now on fails, and this call has failed already
  throw new TypeError("a function of tensors must be synchronous: this one returns a promise");
}
