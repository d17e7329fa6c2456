import { Refusal } from "../refusal.js";

/** A submission that is refused. */
export class BadSubmission extends Refusal {
  override readonly name = "BadSubmission";
}
