import type { BoxParameter } from "../../../src/simulators/mechanisms/boxParameter.js";
import type { Skeleton } from "../../../src/simulators/mechanisms/skeleton.js";

const box = (name: string): BoxParameter => ({ name, lower: 0.5, upper: 4 });

/** A constant, a line through the origin, and a line, at t = 1 … 6. */
export const lineSkeletons: readonly Skeleton[] = [
  { id: "constant", parameters: [box("a")], length: 6, path: (theta, out) => void out.fill(theta[0]) },
  { id: "proportional", parameters: [box("b")], length: 6, path: (theta, out) => out.forEach((_, i) => (out[i] = theta[0] * (i + 1))) },
  {
    id: "line",
    parameters: [box("a"), box("b")],
    length: 6,
    path: (theta, out) => out.forEach((_, i) => (out[i] = theta[0] + theta[1] * (i + 1))),
  },
];
