import { expect, test } from "vitest";
import { isNpyType, npyTypeBytes } from "../../../src/leaderboard/submission/npyType.js";

test.each(["<f4", "<f8", "<i4", "<i8", "|u1", "|i1", "|b1", "<u8"])("%s is read", (descr) => expect(isNpyType(descr)).toBe(true));
test.each([">f8", "|O", "<c16", "<U5", "<f2", "", "toString", "__proto__"])("%s is not", (descr) => expect(isNpyType(descr)).toBe(false));
test("sizes", () => expect((["|u1", "<i2", "<f4", "<i8"] as const).map(npyTypeBytes)).toEqual([1, 2, 4, 8]));
