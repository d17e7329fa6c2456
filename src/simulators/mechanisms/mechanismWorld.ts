import type { Key } from "../../random/key.js";
import { logUniform } from "../../random/logUniform.js";
import { requireFinite } from "../conjugate/requireFinite.js";
import type { Simulator } from "../simulator.js";
import type { BoxParameter } from "./boxParameter.js";
import type { ErrorLaw } from "./errorLaw.js";
import { requireBox } from "./requireBox.js";
import type { Skeleton } from "./skeleton.js";

/** A mechanism and its parameters. */
export interface Mechanism {
  /** Index into `skeletons`. */
  readonly mechanism: number;
  /** θ in natural units, in the order of the skeleton's parameters. */
  readonly parameters: readonly number[];
  /** s, the scale of the errors; only where it is unknown. */
  readonly scale?: number;
}

/** Several mechanisms that could have made a series, with equal prior probability. */
export interface MechanismWorld extends Simulator<Mechanism, readonly number[]> {
  readonly skeletons: readonly Skeleton[];
  readonly errors: ErrorLaw;
  /** The series as nets see it. */
  readonly features: (x: readonly number[]) => readonly number[];
}

/** What makes a `mechanismWorld`. */
export interface MechanismWorldOptions {
  /** Stable identity with its constants. */
  readonly id: string;
  /** At least one, of one length, with different ids. */
  readonly skeletons: readonly Skeleton[];
  readonly errors: ErrorLaw;
  /** The series as nets see it; default the series itself. */
  readonly features?: (x: readonly number[]) => readonly number[];
  /** x given θ where it is not the path with errors, for example because the mechanism itself is stochastic. */
  readonly simulate?: (key: Key, theta: Mechanism) => readonly number[];
}

/**
 * World: one of several mechanisms, each with equal probability, makes a path, and data scatter about it.
 *
 * m ~ U{0 … K − 1}; θ_j, and s where it is unknown, log-uniform on their boxes; x ~ p(· | path_m(θ), s). The prior density
 * is (1/K) Π_j 1/(θ_j log(upper_j/lower_j)), per unit of θ and s.
 *
 * @param options identity, skeletons, errors; features and the simulation where they are not the usual ones
 * @returns the simulator; `simulate` takes any positive θ, also outside the boxes
 * @throws RangeError if the skeletons are none, share an id, differ in length or have an empty box; from the members, if
 *   θ is not a mechanism of the world or x not a series of the error law
 * @source definition of the joint law
 */
export function mechanismWorld({ id, skeletons, errors, features = (x) => x, simulate }: MechanismWorldOptions): MechanismWorld {
  const [n, ...others] = skeletons.map(({ length }) => length);
  if (!(n >= 1) || others.some((length) => length !== n)) {
    throw new RangeError(`skeletons must have one length ≥ 1, got [${[n, ...others].join(", ")}]`);
  }
  if (new Set(skeletons.map((skeleton) => skeleton.id)).size < skeletons.length) {
    throw new RangeError(`skeletons must have different ids, got ${skeletons.map((skeleton) => skeleton.id).join(", ")}`);
  }
  skeletons.forEach(({ parameters }) => parameters.forEach(requireBox));
  const scaleBox = errors.scale && requireBox(errors.scale);

  const requireMechanism = (theta: Mechanism): Mechanism => {
    const { mechanism, parameters, scale } = theta;
    if (!Number.isInteger(mechanism) || mechanism < 0 || mechanism >= skeletons.length) {
      throw new RangeError(`mechanism must be an integer in [0, ${skeletons.length}), got ${mechanism}`);
    }
    const boxes = skeletons[mechanism].parameters;
    requireFinite("parameters", parameters, boxes.length).forEach((value, j) => requirePositive(boxes[j].name, value));
    if (scaleBox) requirePositive(scaleBox.name, scale);
    else if (scale !== undefined) throw new RangeError(`scale must be absent where nothing is unknown, got ${scale}`);
    return theta;
  };
  const scatter = (key: Key, { mechanism, parameters, scale = 1 }: Mechanism): readonly number[] => {
    const path = new Float64Array(n);
    skeletons[mechanism].path(parameters, path);
    return errors.sample(key.stream(), path, scale);
  };

  return {
    id,
    skeletons,
    errors,
    prior: {
      sample(key) {
        const stream = key.stream();
        const mechanism = Math.floor(stream.uniform() * skeletons.length);
        const draw = ({ lower, upper }: BoxParameter): number => logUniform(stream, lower, upper);
        const parameters = skeletons[mechanism].parameters.map(draw);
        return { mechanism, parameters, ...(scaleBox && { scale: draw(scaleBox) }) };
      },
      logProb(theta) {
        const { mechanism, parameters, scale } = requireMechanism(theta);
        const logs = skeletons[mechanism].parameters.map((box, j) => logDensity(box, parameters[j]));
        if (scaleBox) logs.push(logDensity(scaleBox, scale!));
        return logs.reduce((sum, value) => sum + value, -Math.log(skeletons.length));
      },
    },
    simulate: (key, theta) => (simulate ?? scatter)(key, requireMechanism(theta)),
    features: (x) => features(errors.requireData(requireFinite("x", x, n))),
  };
}

function logDensity({ lower, upper }: BoxParameter, value: number): number {
  return value >= lower && value <= upper ? -Math.log(value * Math.log(upper / lower)) : -Infinity;
}

function requirePositive(name: string, value: number | undefined): void {
  if (!(value !== undefined && value > 0 && value < Infinity)) {
    throw new RangeError(`${name} must be finite and > 0, got ${value}`);
  }
}
