// Random numbers
export { Key } from "./random/key.js";
export { Stream } from "./random/stream.js";

export { bernoulli } from "./random/bernoulli.js";
export { beta } from "./random/beta.js";

// Statistics of verdicts
export { confidenceInterval, type Interval } from "./statistics/confidenceInterval.js";
export { EProcess, type NullHypothesis } from "./statistics/eProcess.js";
export { type Decision, MeanTest } from "./statistics/meanTest.js";

// Simulators
export type { Distribution } from "./simulators/distribution.js";
export type { Simulator } from "./simulators/simulator.js";
export { gammaPoisson, type GammaPoisson, type GammaPoissonOptions } from "./simulators/conjugate/gammaPoisson.js";

// Simulation-grounded neural networks
export { absoluteError } from "./models/sgnn/absoluteError.js";
export { fitSgnn, type SgnnOptions } from "./models/sgnn/fitSgnn.js";
export type { Loss } from "./models/sgnn/loss.js";
export type { SgnnProblem } from "./models/sgnn/problem.js";
export type { Sgnn } from "./models/sgnn/sgnn.js";
export { squaredError } from "./models/sgnn/squaredError.js";

// Theorems
export * from "./harness/claim.js";
export type * from "./harness/definition.js";
export { theorem } from "./harness/theorem.js";
export { type Tier, type Tiered, TIERS } from "./harness/tier.js";
export { type Verdict, VERDICTS } from "./harness/verdict.js";
