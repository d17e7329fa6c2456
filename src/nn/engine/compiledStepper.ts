import type { HostTensor, HostTensors } from "../hostTensor.js";
import type { Stepper, StepperState } from "../stepper.js";
import type { Objective } from "../trainingStep.js";
import { type Compiled, compile } from "./compile.js";
import { eagerly } from "./eagerly.js";
import { flatStep } from "./flatStep.js";
import type { StepRuntime } from "./runtime/stepRuntime.js";
import { StepCache } from "./step/stepCache.js";
import { specKey, tensorSpecs } from "./tensorSpecs.js";

const STATE = ["parameters", "first", "second"] as const;

/** How a compiled training steps, on what, and from where it goes on. */
export interface CompiledStepperOptions {
  readonly decays: boolean;
  /** As in `trainingStep`. */
  readonly gradientNorm?: number | undefined;
  readonly runtime: StepRuntime;
  /** Adam's running means; zero if not given. */
  readonly means?: Omit<StepperState, "parameters"> | undefined;
}

/**
 * Training by a compiled step.
 *
 * The step is compiled for the shapes of the first inputs. Inputs of other shapes are stepped eagerly until they
 * have come often enough to pay for a step of their own.
 *
 * @param parameters where it starts, in float32
 * @param objective what it minimises
 * @param options whether matrices decay, the length to which gradients are clipped, what the step runs on, and where it
 *   goes on
 * @returns the training before its first step; its `step` throws NotTraceable if the first step cannot be compiled,
 *   and is then as it was
 */
export function compiledStepper(
  parameters: HostTensors,
  objective: Objective,
  { decays, gradientNorm, runtime, means }: CompiledStepperOptions,
): Stepper {
  const f = flatStep(objective, parameters, decays, gradientNorm);
  const flat = (tensors: HostTensors): HostTensor => flatten(tensors, parameters);
  const zero = (): HostTensor => zeros(parameters);
  let state: FlatState = { parameters: flat(parameters), first: means ? flat(means.first) : zero(), second: means ? flat(means.second) : zero() };
  let spare: FlatState = { parameters: zero(), first: zero(), second: zero() };
  let losses: number[] = [];
  const cache = new StepCache<Compiled>(runtime.paysAfter);

  return {
    step: async (inputs, { stepSize, keep }) => {
      const given: Record<string, HostTensor> = { ...state, stepSize: scalar(stepSize), keep: scalar(keep) };
      for (const name in inputs) given[`input/${name}`] = inputs[name];
      const specs = tensorSpecs(given);
      const run = await cache.find(() => specKey(specs), () => compile(f, specs, runtime));
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
    state: () => ({
      parameters: unflatten(state.parameters, parameters),
      first: unflatten(state.first, parameters),
      second: unflatten(state.second, parameters),
    }),
    dispose: () => cache.release(),
  };
}

type FlatState = Readonly<Record<(typeof STATE)[number], HostTensor>>;

const scalar = (x: number): HostTensor => ({ data: Float32Array.of(x), shape: [] });
const prefixed = (state: FlatState): HostTensors => Object.fromEntries(STATE.map((name) => [`next/${name}`, state[name]]));

function zeros(layout: HostTensors): HostTensor {
  const size = Object.values(layout).reduce((sum, { data }) => sum + data.length, 0);
  return { data: new Float32Array(size), shape: [size] };
}

function flatten(tensors: HostTensors, layout: HostTensors): HostTensor {
  const flat = zeros(layout);
  let at = 0;
  for (const name of Object.keys(layout)) {
    flat.data.set(tensors[name].data, at);
    at += tensors[name].data.length;
  }
  return flat;
}

function unflatten({ data }: HostTensor, layout: HostTensors): HostTensors {
  let at = 0;
  return Object.fromEntries(
    Object.entries(layout).map(([name, { data: { length }, shape }]) => [name, { data: data.slice(at, (at += length)), shape }]),
  );
}
