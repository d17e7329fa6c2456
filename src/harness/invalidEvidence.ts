/** Evidence that no verdict can rest on: NaN, out of range, missing, or a world that throws; it ends in `invalid`. */
export class InvalidEvidence extends Error {
  override readonly name = "InvalidEvidence";
}
