import type { Stream } from "../../random/stream.js";
import type { BoxParameter } from "./boxParameter.js";

/**
 * How data scatter about the path of a mechanism: with mean μ = path and covariance s²V(μ).
 *
 * ∂ log p(x | μ, s)/∂μ = V⁻¹(x − μ)/s², so that every law is fitted as weighted least squares, and the best path is the
 * same for every s.
 */
export interface ErrorLaw {
  /** Stable identity with its constants, for example `negative-binomial(k=10)`. */
  readonly id: string;
  /** The scale s of the errors where it is unknown: log-uniform on its box, and counted among the parameters. */
  readonly scale?: BoxParameter;
  /** x itself; throws RangeError if an entry is not a value of the law. */
  readonly requireData: (x: readonly number[]) => readonly number[];
  /** x ~ p(· | path, s), shape [n]; s is ignored where nothing is unknown. */
  readonly sample: (stream: Stream, path: ArrayLike<number>, scale: number) => number[];
  /** log p(x | path, s) in nats; s is 1 where nothing is unknown. Allocates nothing. */
  readonly logLikelihood: (x: ArrayLike<number>, path: ArrayLike<number>, scale: number) => number;
  /** Every vector, shape [n], becomes V(path)^{−1/2} times itself, in place: residuals so changed have covariance s²I. */
  readonly whiten: (path: ArrayLike<number>, vectors: readonly Float64Array[]) => void;
  /** argmax_s log p(x | path, s) over s ≥ 0, below and above which the likelihood falls; only where s is unknown. */
  readonly fittedScale?: (x: ArrayLike<number>, path: ArrayLike<number>) => number;
}
