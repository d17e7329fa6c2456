import type { TensorFunction, TensorSpecs } from "./trace.js";

/** A function of named tensors with the shapes that it takes: what `exportOnnx` and `simverdict export-model` need. */
export interface TensorModel {
  /** Plain TensorFlow.js, without effects. */
  readonly predict: TensorFunction;
  /** Shape and type of each input. */
  readonly inputs: TensorSpecs;
}
