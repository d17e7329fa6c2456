import { expect, it } from "vitest";
import { seal, unseal } from "../../../src/nn/checkpoint/sealed.js";

const kind = { schema: "letter", format: 2, noun: "letter", mend: "write anew" };
const content = Buffer.from("Dear all,\nno more.");
const bytes = Buffer.from(seal(kind, content));

it("gives back what was sealed, also from a view of a larger buffer", () => {
  expect(unseal(kind, bytes)).toEqual(content);
  const larger = Buffer.concat([Buffer.alloc(5), bytes]);
  expect(unseal(kind, larger.subarray(5))).toEqual(content);
  expect(unseal(kind, seal(kind, Buffer.alloc(0)))).toHaveLength(0);
});

it.each([
  ["is truncated: it has 5 bytes, less than its first line: write anew", bytes.subarray(0, 5)],
  [`is truncated: it has 17 of 18 bytes: write anew`, bytes.subarray(0, -1)],
  ["does not have the digest that it states, for it was changed after it was written: write anew", Buffer.concat([bytes.subarray(0, -1), Buffer.from("!")])],
  ["has format 3, this version of simverdict reads format 2: install the one that wrote it, or else: write anew", seal({ ...kind, format: 3 }, content)],
  ["is no letter of simverdict: write anew", seal({ ...kind, format: 1 }, content)],
  ["is no letter of simverdict: write anew", seal({ ...kind, schema: "bill" }, content)],
  ["is no letter of simverdict: write anew", Buffer.from("Dear all,\n")],
])("%s", (message, file) => {
  expect(() => unseal(kind, file)).toThrow(expect.objectContaining({ name: "BadCheckpoint", message }));
});
