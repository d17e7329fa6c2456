import type { Sgnn, SgnnState } from "../sgnn/sgnn.js";

/** What attribution asks of a net: rows of one width; every trained SGNN is one. */
export interface Embedding<X> extends Pick<Sgnn<X>, "embed"> {
  /** The net's state, where there is one: how many outputs it was trained for. */
  readonly state?: Pick<SgnnState, "outputs">;
}
