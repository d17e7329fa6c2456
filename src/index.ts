// Random numbers
export { bernoulli } from "./random/bernoulli.js";
export { beta } from "./random/beta.js";
export { binomial } from "./random/binomial.js";
export { categorical } from "./random/categorical.js";
export { dirichlet } from "./random/dirichlet.js";
export { exponential } from "./random/exponential.js";
export { gamma } from "./random/gamma.js";
export { gumbel } from "./random/gumbel.js";
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
export { randomisedRank } from "./statistics/calibration/randomisedRank.js";
export { uniformityDistance } from "./statistics/calibration/uniformityDistance.js";
export { crps } from "./statistics/scoring/crps.js";
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
export { trajectory, type TransitionKernel } from "./simulators/transitionKernel.js";
export { eachAlone, type Rollout, rolloutEnsemble, type RolloutSteps } from "./simulators/rolloutEnsemble.js";
export { binomialChain } from "./simulators/algorithms/binomialChain.js";
export { eulerMap, type StepOption } from "./simulators/algorithms/eulerMap.js";
export { gillespie, type GillespieOptions } from "./simulators/algorithms/gillespie.js";
export { meanField, type MeanFieldOptions } from "./simulators/algorithms/meanField.js";
export type { ReactionAlgorithm } from "./simulators/algorithms/reactionAlgorithm.js";
export type { BayesTarget } from "./simulators/conjugate/bayesTarget.js";
export { betaBinomial, type BetaBinomial, type BetaBinomialOptions } from "./simulators/conjugate/betaBinomial.js";
export type { ConjugateWorld } from "./simulators/conjugate/conjugateWorld.js";
export { type DiscreteTables, discreteWorld, type DiscreteWorld } from "./simulators/conjugate/discreteWorld.js";
export { finiteWorld, type FiniteWorld, type FiniteWorldOptions } from "./simulators/conjugate/finiteWorld.js";
export { gammaPoisson, type GammaPoisson, type GammaPoissonOptions } from "./simulators/conjugate/gammaPoisson.js";
export { gaussianLinear, type GaussianLinear } from "./simulators/conjugate/gaussianLinear.js";
export { linearTrend, type LinearTrend, type LinearTrendOptions, type Trend } from "./simulators/conjugate/linearTrend.js";
export { earlyOutbreak, type EarlyOutbreak } from "./simulators/epidemic/earlyOutbreak.js";
export { epidemicSelection, type EpidemicVariant } from "./simulators/epidemic/epidemicSelection.js";
export { type EpidemicBoxes, type EpidemicMechanism, epidemicSkeleton, type EpidemicSkeletonOptions } from "./simulators/epidemic/epidemicSkeleton.js";
export { stochasticOutbreak, type StochasticOutbreakOptions } from "./simulators/epidemic/stochasticOutbreak.js";
export { exponentialGrowth } from "./simulators/growth/exponentialGrowth.js";
export { gompertzGrowth } from "./simulators/growth/gompertzGrowth.js";
export { growthSelection, type GrowthVariant } from "./simulators/growth/growthSelection.js";
export { type GrowthLaw, growthSkeleton } from "./simulators/growth/growthSkeleton.js";
export { logisticGrowth } from "./simulators/growth/logisticGrowth.js";
export { thetaLogisticGrowth } from "./simulators/growth/thetaLogisticGrowth.js";
export type { CellLattice } from "./simulators/lattice/cellLattice.js";
export { cellsPerCluster } from "./simulators/lattice/cellsPerCluster.js";
export { type CellularPotts, cellularPotts, type CellularPottsOptions } from "./simulators/lattice/cellularPotts.js";
export { clusterCount } from "./simulators/lattice/clusterCount.js";
export { everyCellAlive } from "./simulators/lattice/everyCellAlive.js";
export { heterotypicBoundary } from "./simulators/lattice/heterotypicBoundary.js";
export { CELL_SORTING, type PottsConstants, pottsEnergy } from "./simulators/lattice/pottsEnergy.js";
export { volumes } from "./simulators/lattice/volumes.js";
export type { BoxParameter } from "./simulators/mechanisms/boxParameter.js";
export type { ErrorLaw } from "./simulators/mechanisms/errorLaw.js";
export { gaussianErrors, type GaussianErrorsOptions } from "./simulators/mechanisms/gaussianErrors.js";
export { type Mechanism, type MechanismWorld, mechanismWorld, type MechanismWorldOptions } from "./simulators/mechanisms/mechanismWorld.js";
export { negativeBinomialErrors } from "./simulators/mechanisms/negativeBinomialErrors.js";
export type { Skeleton } from "./simulators/mechanisms/skeleton.js";
export { inSequence } from "./simulators/observation/inSequence.js";
export type { ObservationModel } from "./simulators/observation/observationModel.js";
export { overDispersion, type OverDispersionOptions } from "./simulators/observation/overDispersion.js";
export { reportingDelay, type ReportingDelayOptions } from "./simulators/observation/reportingDelay.js";
export { underReporting, type UnderReportingOptions } from "./simulators/observation/underReporting.js";
export { type Celestial, celestial, type CelestialOptions } from "./simulators/particles/celestial.js";
export { energyJumpBound, type EnergyJumpConditions } from "./simulators/particles/energyJumpBound.js";
export { kineticEnergy } from "./simulators/particles/kineticEnergy.js";
export { potentialEnergy } from "./simulators/particles/potentialEnergy.js";
export { totalEnergy } from "./simulators/particles/totalEnergy.js";
export { predatorPreySelection } from "./simulators/predatorPrey/predatorPreySelection.js";
export { type FunctionalResponse, predatorPreySkeleton } from "./simulators/predatorPrey/predatorPreySkeleton.js";
export type { EpidemicOptions } from "./simulators/reactions/epidemicOptions.js";
export { lotkaVolterra, type LotkaVolterraOptions } from "./simulators/reactions/lotkaVolterra.js";
export type { Reaction, ReactionNetwork } from "./simulators/reactions/reactionNetwork.js";
export type { ReactionTrajectory, Schedule } from "./simulators/reactions/reactionTrajectory.js";
export { seair, type SeairOptions } from "./simulators/reactions/seair.js";
export { seir, type SeirOptions } from "./simulators/reactions/seir.js";
export { seirs, type SeirsOptions } from "./simulators/reactions/seirs.js";
export { sir } from "./simulators/reactions/sir.js";
export { sirs, type SirsOptions } from "./simulators/reactions/sirs.js";
export { earlyGrowth, type EarlyGrowth, type EarlyGrowthParameters } from "./simulators/unobservable/earlyGrowth.js";
export { type Reporting, reportingConfounded, type ReportingConfounded, type ReportingConfoundedOptions } from "./simulators/unobservable/reportingConfounded.js";

// Neural networks
export { type BackendReport, runtimeInUse, selectBackend } from "./nn/backend.js";
export { type BackendName, BACKENDS } from "./nn/backendName.js";
export { BadCheckpoint } from "./nn/checkpoint/badCheckpoint.js";
export type { Checkpoints, KeepTraining, TrainingIdentity } from "./nn/checkpoint/checkpoints.js";
export { fileCheckpoints, type FileCheckpointsOptions } from "./nn/checkpoint/fileCheckpoints.js";
export { aidedTraining, type TrainingAid } from "./nn/checkpoint/trainingAid.js";
export type { LossEntry, TrainingState } from "./nn/checkpoint/trainingState.js";
export { dropoutMask } from "./nn/dropoutMask.js";
export { compile, type Compiled } from "./nn/engine/compile.js";
export { type CompileCost, describeCost } from "./nn/engine/compileCost.js";
export { compileStep, type StepOptions, type StepRunner } from "./nn/engine/compileStep.js";
export { exportOnnx } from "./nn/engine/exportOnnx.js";
export { flatStep } from "./nn/engine/flatStep.js";
export { NotTraceable } from "./nn/engine/notTraceable.js";
export type { StepRuntime } from "./nn/engine/runtime/stepRuntime.js";
export type { TensorModel } from "./nn/engine/tensorModel.js";
export type { TensorFunction, TensorSpecs } from "./nn/engine/trace.js";
export { download, type HostTensor, type HostTensors, type Tensors, upload } from "./nn/hostTensor.js";
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
export type { Sgnn, SgnnState } from "./models/sgnn/sgnn.js";
export { sgnnModel } from "./models/sgnn/sgnnModel.js";
export { squaredError } from "./models/sgnn/squaredError.js";

// Attribution to simulations, and mismatch with reality
export { attribute, type Attribution, type AttributionWarning, type Neighbour } from "./models/attribution/attribute.js";
export { attributionCorpus, type AttributionCorpus, type CorpusReaders } from "./models/attribution/attributionCorpus.js";
export { type ClassShare, classShares } from "./models/attribution/classShares.js";
export type { Embedding } from "./models/attribution/embedding.js";
export { type SampleSummary, sampleSummary } from "./models/attribution/sampleSummary.js";
export { frequencyClassifier } from "./models/certificate/frequencyClassifier.js";
export { gaussianDiscriminant } from "./models/certificate/gaussianDiscriminant.js";
export { mismatchCertificate, type MismatchCertificate, type MismatchOptions, type RiskBound } from "./models/certificate/mismatchCertificate.js";
export { netClassifier, type NetClassifierOptions } from "./models/certificate/netClassifier.js";
export type { LooksReal, TwoSampleClassifier } from "./models/certificate/twoSampleClassifier.js";

// Likelihood baselines
export { bayesRule } from "./models/baselines/bayesRule.js";
export { calibrateThresholds, type SelectionProblem } from "./models/baselines/calibrateThresholds.js";
export { type CriterionName, criterionSelection } from "./models/baselines/criterionSelection.js";
export { exponentialGrowthR0, type ExponentialGrowthR0Options } from "./models/baselines/exponentialGrowthR0.js";
export { likelihoodRatioTest } from "./models/baselines/likelihoodRatioTest.js";
export { linearRegression } from "./models/baselines/linearRegression.js";
export type { Support } from "./models/baselines/fitting/logBox.js";
export type { MaximumLikelihoods } from "./models/baselines/maximumLikelihoods.js";
export { maximumLikelihoodTarget } from "./models/baselines/maximumLikelihoodTarget.js";
export { type MechanismFit, type MechanismLikelihoods, mechanismLikelihoods, type MechanismLikelihoodsOptions } from "./models/baselines/mechanismLikelihoods.js";
export { nearestNeighbour, type NearestNeighbourOptions } from "./models/baselines/nearestNeighbour.js";
export type { PointEstimator } from "./models/baselines/pointEstimator.js";
export { posteriorMeanTarget } from "./models/baselines/posteriorMeanTarget.js";
export { priorGuess } from "./models/baselines/priorGuess.js";
export { priorMean } from "./models/baselines/priorMean.js";
export { rejectionAbc, type RejectionAbcOptions } from "./models/baselines/rejectionAbc.js";
export type { Selector } from "./models/baselines/selector.js";
export type { SimulationOptions, TargetProblem } from "./models/baselines/simulatedTargets.js";
export { trendLikelihoods } from "./models/baselines/trendLikelihoods.js";
export { type GuardReport, importanceGuard } from "./models/oracles/importanceGuard.js";
export { type ImportanceOracle, importanceOracle, type ImportanceOracleOptions, type OracleReport, type WeightedMechanisms } from "./models/oracles/importanceOracle.js";

// Equivariant neural simulators
export { boundLoss } from "./models/epns/boundLoss.js";
export type { EpnsTraining } from "./models/epns/epnsTraining.js";
export { type Gaussian, gaussianSample } from "./models/epns/gaussian.js";
export type { LatentModel } from "./models/epns/latentModel.js";
export { matchedWidth } from "./models/epns/matchedWidth.js";
export { noiseTensor } from "./nn/noiseTensor.js";
export { parameterCount } from "./models/epns/nets/layer.js";
export type { Padding } from "./models/epns/nets/torusConvolution.js";
export { type BodySymmetry, drawBodySymmetry } from "./models/epns/groups/bodySymmetry.js";
export { haarOrthogonal } from "./models/epns/groups/haarOrthogonal.js";
export { drawLatticeSymmetry, type LatticeSymmetry } from "./models/epns/groups/latticeSymmetry.js";
export { moveBodies } from "./models/epns/groups/moveBodies.js";
export { moveFields } from "./models/epns/groups/moveFields.js";
export { moveLattice } from "./models/epns/groups/moveLattice.js";
export { moveNoise } from "./models/epns/groups/moveNoise.js";
export { moveVectors } from "./models/epns/groups/moveVectors.js";
export { type Matrix3, requireOrthogonal } from "./models/epns/groups/requireOrthogonal.js";
export { type BodyBound, bodyBound } from "./models/epns/bodies/bodyBound.js";
export { advanceBodies, bodyIncrements, type IncrementScales } from "./models/epns/bodies/bodyIncrements.js";
export { type BodyKernel, bodyKernel } from "./models/epns/bodies/bodyKernel.js";
export type { CompiledBodySteps } from "./models/epns/bodies/compiledBodySteps.js";
export { bodyRolloutSteps } from "./models/epns/bodies/bodyRolloutSteps.js";
export { bodyLogLikelihood } from "./models/epns/bodies/bodyLogLikelihood.js";
export type { BodyModel, BodyModelOptions } from "./models/epns/bodies/bodyModel.js";
export type { BodyPairs } from "./models/epns/bodies/vectors/bodyPairs.js";
export { type BodyStep, bodyStep } from "./models/epns/bodies/bodyStep.js";
export { bodyTensorModel } from "./models/epns/bodies/bodyTensorModel.js";
export type { BodyVectors } from "./models/epns/bodies/vectors/bodyVectors.js";
export { brokenVectorScalar } from "./models/epns/bodies/vectors/brokenVectorScalar.js";
export type { CoupledKernel } from "./models/epns/bodies/coupledKernel.js";
export { type DegenerateFrames, degenerateFrames } from "./models/epns/bodies/frames/degenerateFrames.js";
export { eigengap } from "./models/epns/bodies/frames/eigengap.js";
export { type BodyTraining, fitBodies, type FittedBodies } from "./models/epns/bodies/fitBodies.js";
export { flatBodies, type FlatBodiesOptions } from "./models/epns/bodies/flatBodies.js";
export { frameAveraging } from "./models/epns/bodies/frames/frameAveraging.js";
export { type BodyTransition, incrementScales } from "./models/epns/bodies/incrementScales.js";
export { type IncrementField, neuralSde, type NeuralSdeOptions } from "./models/epns/bodies/neuralSde.js";
export { rawBodies } from "./models/epns/bodies/rawBodies.js";
export { EDGE_SCALARS, NODE_SCALARS, type ScalarFeatures } from "./models/epns/bodies/vectors/scalarFeatures.js";
export { vectorScalar, type VectorScalarOptions } from "./models/epns/bodies/vectors/vectorScalar.js";
export { type CellBound, cellBound } from "./models/epns/cells/cellBound.js";
export { cellFields } from "./models/epns/cells/cellFields.js";
export { type CellKernel, cellKernel, type CellNoise, type CompiledCellSteps } from "./models/epns/cells/cellKernel.js";
export { cellLogLikelihood, type CellTransition } from "./models/epns/cells/cellLogLikelihood.js";
export { cellTensorModel } from "./models/epns/cells/cellTensorModel.js";
export { cellRolloutSteps } from "./models/epns/cells/cellRolloutSteps.js";
export type { CellModel } from "./models/epns/cells/cellModel.js";
export { crowdModel, type CrowdModelOptions } from "./models/epns/cells/crowdModel.js";
export { type CellTraining, fitCells, type FittedCells } from "./models/epns/cells/fitCells.js";
export { flatCells, type FlatCellsOptions } from "./models/epns/cells/rivals/flatCells.js";
export { indexedCrowd, type IndexedCrowdOptions } from "./models/epns/cells/rivals/indexedCrowd.js";
export { type PersistentCells, persistentCells } from "./models/epns/cells/rivals/persistentCells.js";
export { stackedCells, type StackedCellsOptions } from "./models/epns/cells/rivals/stackedCells.js";

// Theorems
export * from "./harness/claim.js";
export type * from "./harness/definition.js";
export { BadModel, modelPath, type ModelNeeds, type ModelUnderTest, requireModel } from "./harness/modelUnderTest.js";
export { theorem } from "./harness/theorem.js";
export { type Tier, type Tiered, TIERS } from "./harness/tier.js";
export { type Verdict, VERDICTS } from "./harness/verdict.js";

// Leaderboards
export { brierScore } from "./leaderboard/brierScore.js";
export { classificationError } from "./leaderboard/classificationError.js";
export { checkClassPrediction, chosenClass, type ClassPrediction, type ClassTruth } from "./leaderboard/classPrediction.js";
export type { Entry, EntryContext, Predictor } from "./leaderboard/entry.js";
export { gateRow, type RowDecision, type RowVerdict } from "./leaderboard/gate/gateRow.js";
export { inferiority, type Inferiority, type NonInferiorityOptions, type PairedScores, worsening } from "./leaderboard/gate/inferiority.js";
export { leaderboard } from "./leaderboard/leaderboard.js";
export type { LeaderboardDefinition } from "./leaderboard/leaderboardDefinition.js";
export type { Metric } from "./leaderboard/metric.js";
export { checkRealPrediction, predictedNumber, type RealPrediction, type RealTruth } from "./leaderboard/realPrediction.js";
export { regret } from "./leaderboard/regret.js";
export { saturatedAbsoluteError } from "./leaderboard/saturatedAbsoluteError.js";
export { saturatedExcess } from "./leaderboard/saturatedExcess.js";
export { saturatedSquaredError } from "./leaderboard/saturatedSquaredError.js";
export { type Case, type Task, taskCases, taskHash } from "./leaderboard/task.js";
export { boundedLogLikelihood } from "./leaderboard/dynamics/boundedLogLikelihood.js";
export {
  checkDynamicsPrediction,
  type DynamicsPrediction,
  type DynamicsQuestion,
  type DynamicsTruth,
  type EnsembleValues,
} from "./leaderboard/dynamics/dynamicsPrediction.js";
export { type EnsembleQuestion, ensembleValues } from "./leaderboard/dynamics/ensembleValues.js";
export { ksToSimulator } from "./leaderboard/dynamics/ksToSimulator.js";
export { type CrpsPlace, saturatedCrps } from "./leaderboard/dynamics/saturatedCrps.js";
export { type EnergyDistancePlace, saturatedEnergyDistance } from "./leaderboard/dynamics/saturatedEnergyDistance.js";
export { type Stability, stableShare } from "./leaderboard/dynamics/stableShare.js";
export {
  type DynamicsCase,
  stochasticDynamics,
  type StochasticDynamics,
  type StochasticDynamicsOptions,
} from "./leaderboard/tasks/stochasticDynamics.js";
export { type LinearTrendSelection, linearTrendSelection } from "./leaderboard/tasks/linearTrendSelection.js";
export { type MechanismSelection, mechanismSelection } from "./leaderboard/tasks/mechanismSelection.js";
export { type TargetWorld, type UnobservableTarget, unobservableTarget, type UnobservableTargetOptions } from "./leaderboard/tasks/unobservableTarget.js";
export type { AnswerFormat } from "./leaderboard/submission/answerFormat.js";
export { classFormat } from "./leaderboard/submission/classFormat.js";
export { REAL_FORMAT } from "./leaderboard/submission/realFormat.js";
