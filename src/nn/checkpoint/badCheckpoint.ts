/** A checkpoint that cannot be read, written, or gone on from; the message says which, why and what to do. */
export class BadCheckpoint extends Error {
  override readonly name = "BadCheckpoint";
}
