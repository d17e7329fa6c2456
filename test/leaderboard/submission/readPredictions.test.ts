import { expect, test } from "vitest";
import { bytesInMemory, type ByteSource } from "../../../src/leaderboard/submission/byteSource.js";
import { npyBytes } from "../../../src/leaderboard/submission/npyBytes.js";
import { readPredictions } from "../../../src/leaderboard/submission/readPredictions.js";
import { bytesOf, listed, npzWith, twoClasses } from "./files.js";

const format = { title: "a class or 2 probabilities", shapes: [[], [2]] };
const p = [0.25, 1, 0.5];
const rows = p.map((one) => [1 - one, one]);
const read = (name: string, bytes: Uint8Array, cases = 3): number[][] =>
  listed(readPredictions(name, bytesInMemory(bytes), { cases, format })).map((row) => Array.from(row as ArrayLike<number>));

test("all formats say the same", () => {
  expect(read("a.npy", twoClasses(p))).toEqual(rows);
  expect(read("a.npz", npzWith(twoClasses(p)))).toEqual(rows);
  expect(read("a.csv", bytesOf(`case,p0,p1\n${rows.map((row, i) => `${i},${row.join(",")}`).join("\n")}`))).toEqual(rows);
  expect(read("a.jsonl", bytesOf(rows.map((prediction, i) => JSON.stringify({ case: i, prediction })).join("\n")))).toEqual(rows);
});

test.each(["a.pkl", "a.npy.gz", "npy", "a.pt", "a.NPY"])("%s has an ending that is not read", (name) => {
  expect(() => read(name, twoClasses(p))).toThrow(`a file of predictions ends in .npy, .npz, .csv, .jsonl, got "${name}"`);
});

test("another number of cases is refused", () => {
  expect(() => read("a.npy", twoClasses(p), 4)).toThrow("the array has shape (3, 2); it must be (4,) or (4, 2)");
});

test("an archive whose array is larger than predictions can be says how many there may be", () => {
  const zip = npzWith(npyBytes([3, 9000], new Float64Array(27_000)));
  expect(() => read("a.npz", zip)).toThrow(/^not an NPZ file that can be read: predictions\.npy would take 216128 bytes, more than 3 predictions \(a class or 2 probabilities\) take, at most 8240$/);
});

test.each(["a.npy", "a.npz", "a.csv", "a.jsonl"])("%s: a file larger than predictions can be is refused before it is read", (name) => {
  const source: ByteSource = {
    size: 1e9,
    read: () => {
      throw new Error("read");
    },
  };
  expect(() => readPredictions(name, source, { cases: 3, format })).toThrow(/^a\.\w+ has 1000000000 bytes; 3 predictions \(a class or 2 probabilities\) take at most \d+$/);
});

test("an NPZ file whose numbers do not shrink is not too large", () => {
  const shapes = { title: "numbers", shapes: [[100]] };
  const noise = npyBytes([1000, 100], Float64Array.from({ length: 100_000 }, (_, i) => Math.sin(i * i)));
  expect(readPredictions("a.npz", bytesInMemory(npzWith(noise)), { cases: 1000, format: shapes })).toHaveLength(1000);
});

test("100 MB of NPZ take less than 5 s of computing, and are held once, beside pieces of 32 kB", () => {
  const [cases, width] = [40_000, 320];
  const numbers = npyBytes([cases, width], Float64Array.from({ length: cases * width }, (_, i) => (i % 1009) / 1009));
  const zip = npzWith(numbers, "predictions.npy", 1);
  let largest = 0;
  const read: ByteSource["read"] = (offset, length) => {
    largest = Math.max(largest, length);
    return zip.subarray(offset, offset + length);
  };
  const before = process.cpuUsage();
  const predictions = readPredictions("a.npz", { size: zip.length, read }, { cases, format: { title: "numbers", shapes: [[width]] } });
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(5);
  expect(largest).toBeLessThanOrEqual(66_000); // the tail, which may hold a comment of 65,535 bytes
  const rows = [0, 1, cases - 1].map((i) => predictions.at(i) as Float64Array);
  expect(rows.map(({ byteOffset }) => byteOffset - rows[0].byteOffset)).toEqual([0, 8 * width, 8 * width * (cases - 1)]);
  expect(new Set(rows.map(({ buffer }) => buffer)).size).toBe(1);
  expect(rows[0].buffer.byteLength).toBe(numbers.length);
});
