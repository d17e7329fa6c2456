import { expect, it } from "vitest";
import { picturesRecord } from "../../../src/report/pictures/picturesRecord.js";
import { curves, fans, lattices, trajectories } from "./pictureOf.js";

const record = { schema: "simverdict/pictures@1", run: { seed: 0, version: "0.1.0", backend: null, command: "c" }, pictures: [trajectories(), lattices(), fans(), curves()] };

it("pictures survive JSON", () => {
  expect(picturesRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
});

it("refuses NaN, an unknown kind, and a name that is no file name", () => {
  const [, , fan] = record.pictures as [unknown, unknown, ReturnType<typeof fans>, unknown];
  const withNaN = { ...fan, panels: [{ ...fan.panels[0], x: { label: "t", values: [NaN] } }] };
  for (const picture of [withNaN, { ...fan, kind: "pie" }, { ...fan, id: "../up" }]) {
    expect(picturesRecord.safeParse({ ...record, pictures: [picture] }).success).toBe(false);
  }
});
