import { expect, it } from "vitest";
import { fillMarkers } from "../../src/report/fillMarkers.js";

const text = "# A\n\n<!-- table -->\nold\n<!-- /table -->\n\nend\n";

it("replaces what stands between the markers, and nothing else", () => {
  expect(fillMarkers(text, "table", "new\n")).toBe("# A\n\n<!-- table -->\n\nnew\n\n<!-- /table -->\n\nend\n");
});

it("gives the same text when it is filled again", () => {
  const once = fillMarkers(text, "table", "new");
  expect(fillMarkers(once, "table", "new")).toBe(once);
});

it("takes a block with dollar signs as it is", () => {
  expect(fillMarkers(text, "table", "$& $1")).toContain("\n$& $1\n");
});

it.each([
  ["missing", "nothing"],
  ["not closed", "<!-- table -->"],
  ["in the wrong order", "<!-- /table --><!-- table -->"],
  ["twice", text + text],
])("refuses markers that are %s", (_, broken) => {
  expect(() => fillMarkers(broken, "table", "new")).toThrow(
    new RangeError("the text needs the markers <!-- table --> and <!-- /table -->, once each and in this order"),
  );
});
