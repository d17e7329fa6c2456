import { afterAll, beforeAll } from "vitest";
import { SPECS } from "./simverdict.js";

/** Lets the tests of a file run in the folder of the specs, as the command line is run there. */
export function inSpecs(): void {
  const home = process.cwd();
  beforeAll(() => process.chdir(SPECS));
  afterAll(() => process.chdir(home));
}
