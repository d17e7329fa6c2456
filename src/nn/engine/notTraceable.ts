/** A function that cannot become a graph; the message says why, so that the caller can go on without one. */
export class NotTraceable extends Error {
  override readonly name = "NotTraceable";
}
