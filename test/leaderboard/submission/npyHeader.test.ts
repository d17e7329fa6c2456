import { expect, test } from "vitest";
import { npyHeader } from "../../../src/leaderboard/submission/npyHeader.js";
import { headerOf, npyWith } from "./files.js";

test.each([
  [[1, 0], 10],
  [[2, 0], 12],
  [[3, 0], 12],
] as const)("version %j", (version, start) => {
  const header = headerOf("<f8", "3, 2");
  expect(npyHeader(npyWith(header, new Uint8Array(48), version))).toEqual({ type: "<f8", fortranOrder: false, shape: [3, 2], offset: start + header.length });
});

test.each([
  ["", []],
  ["7,", [7]],
  ["7", [7]],
  ["2, 3, 4", [2, 3, 4]],
])("shape (%s)", (text, shape) => expect(npyHeader(npyWith(headerOf("<i4", text, true)))).toMatchObject({ type: "<i4", fortranOrder: true, shape }));

test("the fields may come in another order", () => {
  expect(npyHeader(npyWith("{'shape': (2,), 'descr': '|u1', 'fortran_order': False}")).shape).toEqual([2]);
});

test.each<[string, Uint8Array, RegExp]>([
  ["a pickle", npyWith("\x80\x04"), /header is not/],
  ["an object array", npyWith(headerOf("|O", "2,")), /Python objects \(a pickle\), which are never loaded/],
  ["a structured array", npyWith("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (2,), }"), /header is not/],
  ["big-endian", npyWith(headerOf(">f8", "2,")), /its values are >f8/],
  ["complex", npyWith(headerOf("<c16", "2,")), /its values are <c16/],
  ["another version", npyWith(headerOf("<f8", "2,"), undefined, [4, 0]), /version is 4\.0/],
  ["no mark", new Uint8Array(200), /NumPy's mark/],
  ["empty", new Uint8Array(), /NumPy's mark/],
  ["a negative shape", npyWith(headerOf("<f8", "-1,")), /header is not/],
  ["a shape beyond numbers", npyWith(headerOf("<f8", "999999999999999999,")), /shape is/],
  ["a size beyond numbers", npyWith(headerOf("<f8", "99999999999, 99999999999")), /shape is/],
  ["two commas", npyWith(headerOf("<f8", "1,,2")), /shape is/],
  ["too many dimensions", npyWith(headerOf("<f8", "1, 1, 1, 1, 1, 1, 1, 1, 1")), /9 dimensions/],
  ["more in the header", npyWith("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), 'x': __import__('os')}"), /header is not/],
  ["a field twice", npyWith("{'descr': '<f8', 'descr': '<f4', 'fortran_order': False, 'shape': (2,), }"), /header is not/],
])("%s is refused", (_, bytes, why) => expect(() => npyHeader(bytes)).toThrow(why));

test("a header that says more bytes than there are, or than headers take, is refused", () => {
  const short = npyWith(headerOf("<f8", "2,"));
  new DataView(short.buffer).setUint16(8, 1000, true);
  expect(() => npyHeader(short)).toThrow("would take 1000 bytes, the file ends before");
  const long = npyWith(headerOf("<f8", "2,"), undefined, [2, 0]);
  new DataView(long.buffer).setUint32(8, 0xffffffff, true);
  expect(() => npyHeader(long)).toThrow("would take 4294967295 bytes, more than 4096");
});
