import { Refusal } from "../refusal.js";

/** Records that a gate cannot compare. */
export class BadBase extends Refusal {
  override readonly name = "BadBase";
}
