import { describe, expect, it } from "vitest";
import { simulatePair } from "../../../src/models/sgnn/simulatePair.js";
import { Key } from "../../../src/random/key.js";

const simulator = {
  id: "labels",
  prior: { sample: (key: Key) => key.toString() },
  simulate: (key: Key, theta: string) => `${theta} ${key.toString()}`,
};

describe("simulatePair", () => {
  it("draws θ and x from their own keys", () => {
    const key = Key.root(0);
    const theta = key.fold("theta").toString();
    expect(simulatePair(simulator, key)).toEqual({ theta, x: `${theta} ${key.fold("data").toString()}` });
  });
});
