/**
 * Akaike's information criterion; lower is better.
 *
 * AIC = 2k − 2ℓ
 *
 * @param logLikelihood ℓ, the maximum of the log-likelihood in nats; a finite number
 * @param k number of fitted parameters, noise parameters included; an integer ≥ 0
 * @returns the criterion, in twice nats
 * @throws RangeError if an argument is outside its domain
 * @source Akaike 1974, "A new look at the statistical model identification"
 * @example aic(-10, 2) // => 24
 */
export function aic(logLikelihood: number, k: number): number {
  requireFit(logLikelihood, k);
  return 2 * k - 2 * logLikelihood;
}

/**
 * Akaike's information criterion corrected for small samples; lower is better.
 *
 * AICc = AIC + 2k(k + 1)/(n − k − 1); unbiased for linear regression when k counts an estimated noise variance
 *
 * @param logLikelihood as for `aic`
 * @param k as for `aic`
 * @param n number of observations, an integer > k + 1
 * @returns the criterion, in twice nats
 * @throws RangeError if an argument is outside its domain
 * @source Hurvich & Tsai 1989, "Regression and time series model selection in small samples"
 * @example aicc(-10, 2, 7) // => 27
 */
export function aicc(logLikelihood: number, k: number, n: number): number {
  const uncorrected = aic(logLikelihood, k);
  if (!Number.isInteger(n) || n <= k + 1) throw new RangeError(`n must be an integer > k + 1 = ${k + 1}, got ${n}`);
  return uncorrected + (2 * k * (k + 1)) / (n - k - 1);
}

/**
 * Schwarz's Bayesian information criterion; lower is better.
 *
 * BIC = k log n − 2ℓ, to O(1) minus twice the log-evidence of a mechanism with a smooth prior
 *
 * @param logLikelihood as for `aic`
 * @param k as for `aic`
 * @param n number of observations, an integer ≥ 1
 * @returns the criterion, in twice nats
 * @throws RangeError if an argument is outside its domain
 * @source Schwarz 1978, "Estimating the dimension of a model"
 * @example bic(-10, 2, 1) // => 20
 */
export function bic(logLikelihood: number, k: number, n: number): number {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`n must be an integer ≥ 1, got ${n}`);
  requireFit(logLikelihood, k);
  return k * Math.log(n) - 2 * logLikelihood;
}

function requireFit(logLikelihood: number, k: number): void {
  if (!Number.isFinite(logLikelihood)) throw new RangeError(`logLikelihood must be finite, got ${logLikelihood}`);
  if (!Number.isInteger(k) || k < 0) throw new RangeError(`k must be an integer ≥ 0, got ${k}`);
}
