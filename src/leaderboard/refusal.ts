/** Something from outside that is refused: one line says what is wrong with it and what would be right. */
export class Refusal extends Error {
  override readonly name: string = "Refusal";

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
