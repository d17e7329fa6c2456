/** Records that a gate cannot compare: one line says which, why, and what to do. */
export class BadBase extends Error {
  override readonly name = "BadBase";

  /**
   * @param message one line
   * @param integrity whether something is not what its hash says, which has an exit code of its own
   */
  constructor(
    message: string,
    readonly integrity = false,
  ) {
    super(message);
  }
}
