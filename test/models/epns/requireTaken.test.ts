import { expect, it } from "vitest";
import { requireTaken } from "../../../src/models/epns/requireTaken.js";

it("takes any size from a model that says none, and its own from one that does", () => {
  expect(() => requireTaken({ id: "any" }, { cells: 3, size: 8 })).not.toThrow();
  expect(() => requireTaken({ id: "one", cells: 3, size: 8 }, { cells: 3, size: 8 })).not.toThrow();
});

it.each([
  [{ bodies: 5 }, { bodies: 4 }, "one takes 5 bodies only, got 4"],
  [{ cells: 3 }, { cells: 8, size: 9 }, "one takes 3 cells only, got 8"],
  [{ cells: 3, size: 8 }, { cells: 3, size: 9 }, "one takes 8 sites along a side only, got 9"],
])("refuses another size", (takes, given, message) => {
  expect(() => requireTaken({ id: "one", ...takes }, given)).toThrow(new RangeError(message));
});
