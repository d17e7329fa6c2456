import type { BoxParameter } from "../mechanisms/boxParameter.js";
import type { Skeleton } from "../mechanisms/skeleton.js";

/** The functional responses by name. */
export type FunctionalResponse = "Lotka-Volterra" | "Holling II";

const DAYS = 20;
const STEPS_PER_DAY = 4;
const DT = 1 / STEPS_PER_DAY;
const CONVERSION = 0.5;
const LOG_PREY = Math.log(5);
const LOG_PREDATOR = 0;
/** Log densities are kept within these, so that no parameter can overflow. */
const LOWEST = -12;
const HIGHEST = 8;

const COMMON: readonly BoxParameter[] = [
  { name: "r", lower: 0.5, upper: 1.5 },
  { name: "K", lower: 8, upper: 30 },
  { name: "a", lower: 0.2, upper: 0.8 },
  { name: "d", lower: 0.2, upper: 0.6 },
];
const HANDLING: BoxParameter = { name: "h", lower: 0.2, upper: 1 };
const PARAMETERS: Readonly<Record<FunctionalResponse, readonly BoxParameter[]>> = {
  "Lotka-Volterra": COMMON,
  "Holling II": [...COMMON, HANDLING],
};

const clamped = (u: number): number => (u < LOWEST ? LOWEST : u > HIGHEST ? HIGHEST : u);

/**
 * A predator–prey model as a mechanism: the log densities of both species at t = 1 … 20.
 *
 * x' = r x (1 − x/K) − a x y/(1 + a h x), y' = ½ a x y/(1 + a h x) − d y, x(0) = 5, y(0) = 1; h = 0 is Lotka–Volterra
 * with logistic prey, h > 0 Holling's response of type II. Runge–Kutta of order 4 with step ¼ in (log x, log y), every
 * state and every stage clamped to [−12, 8]
 *
 * @param response `Lotka-Volterra` with θ = (r, K, a, d), or `Holling II` with θ = (r, K, a, d, h)
 * @returns the skeleton; its path is log x(1), log y(1), log x(2), … log y(20), finite for every positive θ, and
 *   allocates nothing
 * @throws RangeError if the response is unknown; from `path`, if a parameter is not positive and finite
 * @source Murray 2002, "Mathematical Biology I", section 3.3 (realistic predator–prey models)
 * @example predatorPreySkeleton("Holling II").parameters.map(({ name }) => name) // => ["r", "K", "a", "d", "h"]
 */
export function predatorPreySkeleton(response: FunctionalResponse): Skeleton {
  if (!Object.hasOwn(PARAMETERS, response)) {
    throw new RangeError(`response must be one of ${Object.keys(PARAMETERS).join(", ")}, got ${response}`);
  }
  const parameters = PARAMETERS[response];
  const handles = response === "Holling II";
  return {
    id: response,
    parameters,
    length: 2 * DAYS,
    path(theta, out) {
      for (let j = 0; j < parameters.length; j++) {
        if (!(theta[j] > 0 && theta[j] < Infinity)) {
          throw new RangeError(`${parameters[j].name} must be finite and > 0, got ${theta[j]}`);
        }
      }
      writePath(theta[0], theta[1], theta[2], theta[3], handles ? theta[4] : 0, out);
    },
  };
}

/** The stages are written out: a shared derivative would have to return two numbers, and allocate. */
function writePath(r: number, K: number, a: number, d: number, h: number, out: Float64Array): void {
  const crowding = r / K;
  const saturation = a * h;
  const gain = CONVERSION * a;
  let u = LOG_PREY;
  let v = LOG_PREDATOR;
  for (let step = 1; step <= DAYS * STEPS_PER_DAY; step++) {
    let x = Math.exp(u);
    let s = 1 / (1 + saturation * x);
    const u1 = r - crowding * x - a * s * Math.exp(v);
    const v1 = gain * s * x - d;

    x = Math.exp(clamped(u + (DT / 2) * u1));
    s = 1 / (1 + saturation * x);
    const u2 = r - crowding * x - a * s * Math.exp(clamped(v + (DT / 2) * v1));
    const v2 = gain * s * x - d;

    x = Math.exp(clamped(u + (DT / 2) * u2));
    s = 1 / (1 + saturation * x);
    const u3 = r - crowding * x - a * s * Math.exp(clamped(v + (DT / 2) * v2));
    const v3 = gain * s * x - d;

    x = Math.exp(clamped(u + DT * u3));
    s = 1 / (1 + saturation * x);
    const u4 = r - crowding * x - a * s * Math.exp(clamped(v + DT * v3));
    const v4 = gain * s * x - d;

    u = clamped(u + (DT / 6) * (u1 + 2 * u2 + 2 * u3 + u4));
    v = clamped(v + (DT / 6) * (v1 + 2 * v2 + 2 * v3 + v4));
    if (step % STEPS_PER_DAY === 0) {
      const day = step / STEPS_PER_DAY - 1;
      out[2 * day] = u;
      out[2 * day + 1] = v;
    }
  }
}
