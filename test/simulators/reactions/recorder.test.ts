import { expect, test } from "vitest";
import { compileNetwork } from "../../../src/simulators/reactions/compileNetwork.js";
import { Recorder } from "../../../src/simulators/reactions/recorder.js";
import { competingExits } from "./exampleNetworks.js";

const network = compileNetwork(competingExits);

test("an interval holds its own events, and the state at its end", () => {
  const record = new Recorder(network, { intervals: 2 });
  expect(record.length).toBe(1);
  record.counts[0] = 5;
  record.state[0] = 45;
  record.close();
  record.counts[1] = 2;
  record.state[0] = 43;
  record.close();
  const { events, states } = record.trajectory();
  expect(events).toEqual({ leaving: Float64Array.of(5, 0), dying: Float64Array.of(0, 2) });
  expect(states.alive).toEqual(Float64Array.of(50, 45, 43));
  expect(network.initial[0]).toBe(50);
});

test.each([{ intervals: 0 }, { intervals: 1.5 }, { intervals: NaN }, { intervals: 1, length: 0 }, { intervals: 1, length: NaN }])(
  "the schedule %o is refused",
  (schedule) => expect(() => new Recorder(network, schedule)).toThrow(RangeError),
);
