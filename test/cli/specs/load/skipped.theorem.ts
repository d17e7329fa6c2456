import { theorem } from "simverdict";
import { describe } from "vitest";
import { coin } from "../coin.js";

describe.skip("later", () => {
  theorem("cli/load/skipped", coin);
});
