import type { HostTensor, HostTensors } from "../hostTensor.js";
import type { Stepper } from "../stepper.js";
import type { Objective } from "../trainingStep.js";
import { type Compiled, compile } from "./compile.js";
import { eagerly } from "./eagerly.js";
import { flatStep } from "./flatStep.js";
import type { OnnxRuntime } from "./runtime/onnxRuntime.js";
import { specKey, tensorSpecs } from "./tensorSpecs.js";

const STATE = ["parameters", "first", "second"] as const;

/**
 * Training by a compiled step.
 *
 * The step is compiled for the shapes of the first inputs. Inputs of other shapes are stepped eagerly until they
 * have come often enough to pay for a step of their own.
 *
 * @param parameters where it starts, in float32
 * @param objective what it minimises
 * @param options whether matrices decay, and what the step runs on
 * @returns the training before its first step; its `step` throws NotTraceable if the first step cannot be compiled,
 *   and is then as it was
 */
export function compiledStepper(
  parameters: HostTensors,
  objective: Objective,
  { decays, runtime }: { readonly decays: boolean; readonly runtime: OnnxRuntime },
): Stepper {
  const f = flatStep(objective, parameters, decays);
  let state = startState(parameters);
  let spare = startState(parameters);
  let losses: number[] = [];
  const compiled = new Map<string, Compiled>();
  const seen = new Map<string, number>();

  const compiledFor = async (inputs: HostTensors): Promise<Compiled | undefined> => {
    const specs = tensorSpecs(inputs);
    const key = specKey(specs);
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (compiled.size > 0 && count < runtime.paysAfter) return undefined;
    const made = await compile(f, specs, runtime);
    compiled.set(key, made);
    return made;
  };

  return {
    step: async (inputs, { stepSize, keep }) => {
      const given: Record<string, HostTensor> = { ...state, stepSize: scalar(stepSize), keep: scalar(keep) };
      for (const name in inputs) given[`input/${name}`] = inputs[name];
      const run = await compiledFor(given);
      const into = { ...prefixed(spare), loss: scalar(0) };
      const done = run === undefined ? eagerly(f, given) : await run.run(given, into);
      spare = state;
      state = { parameters: done["next/parameters"], first: done["next/first"], second: done["next/second"] };
      losses.push(done.loss.data[0]);
    },
    losses: async () => {
      const read = losses;
      losses = [];
      return read;
    },
    parameters: () => unflatten(state.parameters, parameters),
    dispose: async () => {
      await Promise.all([...compiled.values()].map((each) => each.release()));
      compiled.clear();
    },
  };
}

type FlatState = Readonly<Record<(typeof STATE)[number], HostTensor>>;

const scalar = (x: number): HostTensor => ({ data: Float32Array.of(x), shape: [] });
const prefixed = (state: FlatState): HostTensors => Object.fromEntries(STATE.map((name) => [`next/${name}`, state[name]]));

function startState(parameters: HostTensors): FlatState {
  const size = Object.values(parameters).reduce((sum, { data }) => sum + data.length, 0);
  const zeros = (): HostTensor => ({ data: new Float32Array(size), shape: [size] });
  const flat = zeros();
  let at = 0;
  for (const { data } of Object.values(parameters)) {
    flat.data.set(data, at);
    at += data.length;
  }
  return { parameters: flat, first: zeros(), second: zeros() };
}

function unflatten({ data }: HostTensor, layout: HostTensors): HostTensors {
  let at = 0;
  return Object.fromEntries(
    Object.entries(layout).map(([name, { data: { length }, shape }]) => [name, { data: data.slice(at, (at += length)), shape }]),
  );
}
