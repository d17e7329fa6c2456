import { expect, test } from "vitest";
import { orderSchema, outcomeFile, outcomeSchema } from "../../../src/leaderboard/submission/order.js";

const competitors = { against: null, skip: [] };
const identity = { version: "0.1.0", commit: null };

test.each([
  { do: "export", folder: "/a", training: 0 },
  { do: "submit", folder: "/a", scratch: "/b", asking: "/c", sha: "c", release: "1", limits: { seconds: 1, megabytes: 1 }, competitors, identity },
  { do: "rescore", folders: ["/a"], competitors, identity },
])("$do", (order) => {
  expect(orderSchema.parse(order)).toEqual(order);
  expect(orderSchema.safeParse({ ...order, more: 1 }).success).toBe(false);
});

test("other orders are refused, and a release without a name", () => {
  expect(orderSchema.safeParse({ do: "forget" }).success).toBe(false);
  expect(orderSchema.safeParse({ do: "submit", folder: "/a", scratch: "/b", asking: "/c", sha: "c", release: "", limits: { seconds: 1, megabytes: 1 }, competitors, identity }).success).toBe(false);
});

test("the outcome lies beside the order", () => {
  expect(outcomeFile("/a/order.json")).toBe("/a/order.json.outcome");
  expect(outcomeSchema.safeParse({ refused: { message: "no", integrity: true } }).success).toBe(true);
});
