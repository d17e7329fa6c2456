import { activation } from "./activation.js";
import { comparison } from "./comparison.js";
import { convolution } from "./convolution.js";
import { elementwise } from "./elementwise.js";
import { indexing } from "./indexing.js";
import type { KernelRules } from "./kernelRule.js";
import { matrix } from "./matrix.js";
import { normalisation } from "./normalisation.js";
import { pooling } from "./pooling.js";
import { reductions } from "./reductions.js";
import { shape } from "./shape.js";

/** Every TensorFlow.js kernel that the engine knows in ONNX. */
export const KERNEL_RULES: KernelRules = {
  ...elementwise,
  ...activation,
  ...comparison,
  ...matrix,
  ...reductions,
  ...shape,
  ...indexing,
  ...normalisation,
  ...pooling,
  ...convolution,
};
