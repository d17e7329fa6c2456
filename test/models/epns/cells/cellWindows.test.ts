import { expect, it } from "vitest";
import { cellFields } from "../../../../src/models/epns/cells/cellFields.js";
import { cellWindows } from "../../../../src/models/epns/cells/cellWindows.js";
import { Key } from "../../../../src/random/key.js";
import { cellularPotts } from "../../../../src/simulators/lattice/cellularPotts.js";
import { trajectory } from "../../../../src/simulators/transitionKernel.js";

const kernel = cellularPotts({ size: 12, cells: 4, monteCarloSteps: 1 });
const [a, b] = [trajectory(kernel, Key.root(0), 4), trajectory(kernel, Key.root(1), 3)];

it("holds every window of T transitions, and none across two sequences", () => {
  const windows = cellWindows([a, b], 2);
  expect([windows.count, windows.size, windows.entities]).toEqual([3, 12, 5]);
  const batch = windows.batch([1, 2]);
  expect(batch.occupancy).toEqual(cellFields([a[1], b[0]]).occupancy);
  expect(batch.kinds).toEqual(cellFields([a[1], b[0]]).kinds);
  expect(batch["target/0"]).toEqual(cellFields([a[2], b[1]]).occupancy);
  expect(batch["target/1"]).toEqual(cellFields([a[3], b[2]]).occupancy);
});

it("renames the cells of a window alike in all its lattices, the medium excepted", () => {
  const windows = cellWindows([a], 1);
  const [plain, renamed] = [windows.batch([0]), windows.batch([0], Key.root(5).stream())];
  const images = ({ data }: { data: ArrayLike<number> }): string[] => Array.from({ length: 5 }, (_, e) => Array.from(data).slice(144 * e, 144 * (e + 1)).join(""));
  const order = images(renamed.occupancy).map((image) => images(plain.occupancy).indexOf(image));
  expect(order[0]).toBe(0);
  expect(order.slice().sort()).toEqual([0, 1, 2, 3, 4]);
  expect(order).not.toEqual([0, 1, 2, 3, 4]);
  expect(images(renamed["target/0"])).toEqual(order.map((e) => images(plain["target/0"])[e]));
  const kinds = Array.from(plain.kinds.data);
  expect([...renamed.kinds.data]).toEqual(order.flatMap((e) => kinds.slice(3 * e, 3 * e + 3)));
});

it("names what it refuses", () => {
  const empty = { ...a[0], ids: a[0].ids.map((id) => (id === 3 ? 0 : id)) };
  const changed = { ...a[1], types: a[1].types.map((type) => (type === 0 ? 0 : 3 - type)) };
  const small = cellularPotts({ size: 10, cells: 4 }).init(Key.root(0));
  const refusals: [readonly (readonly typeof small[])[], string][] = [
    [[], "sequences must hold at least one, got none"],
    [[a, [b[0]]], "sequences[1] must hold at least 2 lattices for horizon 1, got 1"],
    [[[a[0], empty]], "sequences[0][1]: every cell must have a site, got none for cell 3 of 4"],
    [[a, [small, small]], "sequences[1][0] must have size 12 and 4 cells, got 10 and 4"],
    [[[a[0], changed]], `sequences[0][1] must have the types of sequences[0][0], got [${changed.types.join(", ")}]`],
  ];
  expect(() => cellWindows([a], 1, { id: "small", cells: 3 })).toThrow(new RangeError("small takes 3 cells only, got 4"));
  for (const [sequences, message] of refusals) expect(() => cellWindows(sequences, 1)).toThrow(new RangeError(message));
});
