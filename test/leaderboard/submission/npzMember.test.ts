import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { bytesInMemory } from "../../../src/leaderboard/submission/byteSource.js";
import { npzMember } from "../../../src/leaderboard/submission/npzMember.js";
import { bytesOf } from "./files.js";

const content = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 251);
const packed = zipSync({ "a.npy": content });
const stored = zipSync({ "a.npy": content }, { level: 0 });
const member = (zip: Uint8Array, limit = 1e6): Uint8Array => npzMember(bytesInMemory(zip), "a.npy", { bytes: limit, of: "three numbers" });

/** The archive with a number changed in its directory or its end. */
function changed(zip: Uint8Array, mark: number, at: number, value: number, bytes: 2 | 4 = 4): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  let place = copy.length - 22;
  while (view.getUint32(place, true) !== mark) place--;
  if (bytes === 2) view.setUint16(place + at, value, true);
  else view.setUint32(place + at, value, true);
  return copy;
}
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;

test("a deflated and a stored entry are read", () => {
  for (const zip of [packed, stored]) expect(Buffer.compare(member(zip), content)).toBe(0);
  expect(member(zipSync({ "a.npy": new Uint8Array() }))).toEqual(new Uint8Array());
});

test("a zip bomb is refused by its size, and one that lies about it by what comes out", () => {
  const bomb = zipSync({ "a.npy": new Uint8Array(5_000_000) }, { level: 9 });
  expect(bomb.length).toBeLessThan(10_000);
  expect(() => member(bomb)).toThrow("a.npy would take 5000000 bytes, more than three numbers take, at most 1000000");
  expect(() => member(changed(bomb, DIRECTORY, 24, 1000))).toThrow("inflates to more than the 1000 bytes that it claims");
});

test.each<[string, Uint8Array, RegExp]>([
  ["another name", zipSync({ "b.npy": content }), /it holds "b\.npy"; the one entry must be a\.npy/],
  ["a path that climbs", zipSync({ "../../etc/a.npy": content }), /it holds "\.\.\/\.\.\/etc\/a\.npy"/],
  ["an absolute path", zipSync({ "/a.npy": content }), /it holds "\/a\.npy"/],
  ["two entries", zipSync({ "a.npy": content, "b.npy": content }), /2 entries, not one/],
  ["no entry", zipSync({}), /0 entries, not one/],
  ["truncated", packed.subarray(0, -1), /no ZIP directory; is it truncated/],
  ["cut in front", packed.subarray(10), /directory is not where it says/],
  ["no archive", bytesOf("hello"), /no ZIP directory/],
  ["empty", new Uint8Array(), /no ZIP directory/],
  ["a size that is too large", changed(packed, DIRECTORY, 24, 200_000), /inflates to 100000 bytes, not the 200000/],
  ["a packed size that is too small", changed(packed, DIRECTORY, 20, 10), /does not inflate/],
  ["a packed size beyond the archive", changed(packed, DIRECTORY, 20, 1e9), /outside the archive/],
  ["an offset beyond the archive", changed(packed, DIRECTORY, 42, 1e9), /outside the archive/],
  ["an offset to elsewhere", changed(packed, DIRECTORY, 42, 5), /does not begin where the directory says/],
  ["sizes that differ though stored", changed(stored, DIRECTORY, 24, 99_999), /is stored, yet its two sizes differ/],
  ["another method", changed(packed, DIRECTORY, 10, 12, 2), /packed by method 12/],
  ["encrypted", changed(packed, DIRECTORY, 8, 1, 2), /encrypted/],
  ["a directory of another size", changed(packed, END, 12, 1e9), /directory is not where it says/],
  ["a name beyond the directory", changed(packed, DIRECTORY, 28, 500, 2), /directory is damaged/],
  ["ZIP64", changed(packed, DIRECTORY, 24, 0xffffffff), /would take 4294967295 bytes/],
])("%s is refused", (_, zip, why) => expect(() => member(zip)).toThrow(why));

test("a damaged stream is refused", () => {
  const bad = packed.slice();
  bad.fill(0xff, 40, 60);
  expect(() => member(bad)).toThrow(/a\.npy (does not inflate|inflates to)/);
});
