/** A submission that is refused: one line says what is wrong with it and what would be right. */
export class BadSubmission extends Error {
  override readonly name = "BadSubmission";

  /**
   * @param message one line
   * @param integrity whether a checksum does not match, which has an exit code of its own
   */
  constructor(
    message: string,
    readonly integrity = false,
  ) {
    super(message);
  }
}
