// Random numbers
export { bernoulli } from "./random/bernoulli.js";
export { beta } from "./random/beta.js";
export { binomial } from "./random/binomial.js";
export { categorical } from "./random/categorical.js";
export { dirichlet } from "./random/dirichlet.js";
export { exponential } from "./random/exponential.js";
export { gamma } from "./random/gamma.js";
export { Key } from "./random/key.js";
export { logUniform } from "./random/logUniform.js";
export { negativeBinomial } from "./random/negativeBinomial.js";
export { normal } from "./random/normal.js";
export { permutation } from "./random/permutation.js";
export { poisson } from "./random/poisson.js";
export { Stream } from "./random/stream.js";
export { uniform } from "./random/uniform.js";

// Statistics of verdicts
export { confidenceInterval, type Interval } from "./statistics/confidenceInterval.js";
export { EProcess, type NullHypothesis } from "./statistics/eProcess.js";
export { incompleteBeta } from "./statistics/incompleteBeta.js";
export { incompleteGamma } from "./statistics/incompleteGamma.js";
export { type Decision, MeanTest } from "./statistics/meanTest.js";
export { normalCdf } from "./statistics/normalCdf.js";
export { clopperPearson } from "./statistics/clopperPearson.js";
export { gaussianKernel, type Kernel } from "./statistics/kernels/gaussianKernel.js";
export { energyDistance } from "./statistics/twoSample/energyDistance.js";
export { energyTest } from "./statistics/twoSample/energyTest.js";
export { ksDistance } from "./statistics/twoSample/ksDistance.js";
export { ksDistanceToCdf } from "./statistics/twoSample/ksDistanceToCdf.js";
export { ksExactPValue } from "./statistics/twoSample/ksExactPValue.js";
export { ksPValue } from "./statistics/twoSample/ksPValue.js";
export { linearTimeMmdTerms } from "./statistics/twoSample/linearTimeMmdTerms.js";
export { medianHeuristic } from "./statistics/twoSample/medianHeuristic.js";
export { mmd } from "./statistics/twoSample/mmd.js";
export { mmdTest } from "./statistics/twoSample/mmdTest.js";
export { permutationTest } from "./statistics/twoSample/permutationTest.js";

// Simulators
export type { Distribution } from "./simulators/distribution.js";
export type { Simulator } from "./simulators/simulator.js";
export type { BayesTarget } from "./simulators/conjugate/bayesTarget.js";
export { betaBinomial, type BetaBinomial, type BetaBinomialOptions } from "./simulators/conjugate/betaBinomial.js";
export type { ConjugateWorld } from "./simulators/conjugate/conjugateWorld.js";
export { type DiscreteTables, discreteWorld, type DiscreteWorld } from "./simulators/conjugate/discreteWorld.js";
export { finiteWorld, type FiniteWorld, type FiniteWorldOptions } from "./simulators/conjugate/finiteWorld.js";
export { gammaPoisson, type GammaPoisson, type GammaPoissonOptions } from "./simulators/conjugate/gammaPoisson.js";
export { gaussianLinear, type GaussianLinear } from "./simulators/conjugate/gaussianLinear.js";
export { linearTrend, type LinearTrend, type LinearTrendOptions, type Trend } from "./simulators/conjugate/linearTrend.js";

// Neural networks
export { type BackendReport, runtimeInUse, selectBackend } from "./nn/backend.js";
export { type BackendName, BACKENDS } from "./nn/backendName.js";
export { compile, type Compiled } from "./nn/engine/compile.js";
export { compileStep, type StepOptions, type StepRunner } from "./nn/engine/compileStep.js";
export { exportOnnx } from "./nn/engine/exportOnnx.js";
export { NotTraceable } from "./nn/engine/notTraceable.js";
export type { OnnxRuntime } from "./nn/engine/runtime/onnxRuntime.js";
export type { TensorFunction, TensorSpecs } from "./nn/engine/trace.js";
export type { HostTensor, HostTensors, Tensors } from "./nn/hostTensor.js";
export { type Activation, mlp, type Mlp, type MlpShape } from "./nn/mlp.js";
export { tf } from "./nn/tf.js";
export { train, type Trained, type TrainingTask } from "./nn/training.js";
export type { Objective } from "./nn/trainingStep.js";

// Simulation-grounded neural networks
export { absoluteError } from "./models/sgnn/absoluteError.js";
export { crossEntropy } from "./models/sgnn/crossEntropy.js";
export { fitSgnn, type SgnnOptions } from "./models/sgnn/fitSgnn.js";
export type { Loss } from "./models/sgnn/loss.js";
export { pinball } from "./models/sgnn/pinball.js";
export type { SgnnProblem } from "./models/sgnn/problem.js";
export type { Sgnn } from "./models/sgnn/sgnn.js";
export { squaredError } from "./models/sgnn/squaredError.js";

// Likelihood baselines
export { bayesRule } from "./models/baselines/bayesRule.js";
export { calibrateThresholds, type SelectionProblem } from "./models/baselines/calibrateThresholds.js";
export { type CriterionName, criterionSelection } from "./models/baselines/criterionSelection.js";
export { likelihoodRatioTest } from "./models/baselines/likelihoodRatioTest.js";
export type { MaximumLikelihoods } from "./models/baselines/maximumLikelihoods.js";
export { priorGuess } from "./models/baselines/priorGuess.js";
export type { Selector } from "./models/baselines/selector.js";
export { trendLikelihoods } from "./models/baselines/trendLikelihoods.js";

// Theorems
export * from "./harness/claim.js";
export type * from "./harness/definition.js";
export { theorem } from "./harness/theorem.js";
export { type Tier, type Tiered, TIERS } from "./harness/tier.js";
export { type Verdict, VERDICTS } from "./harness/verdict.js";

// Leaderboards
export { brierScore } from "./leaderboard/brierScore.js";
export { classificationError } from "./leaderboard/classificationError.js";
export { checkClassPrediction, chosenClass, type ClassPrediction, type ClassTruth } from "./leaderboard/classPrediction.js";
export type { Entry, EntryContext, Predictor } from "./leaderboard/entry.js";
export { leaderboard, type LeaderboardDefinition } from "./leaderboard/leaderboard.js";
export type { Metric } from "./leaderboard/metric.js";
export { regret } from "./leaderboard/regret.js";
export { type Case, type Task, taskCases, taskHash } from "./leaderboard/task.js";
export { type LinearTrendSelection, linearTrendSelection } from "./leaderboard/tasks/linearTrendSelection.js";
