import fc from "fast-check";
import { expect, test } from "vitest";
import { BadSubmission } from "../../../src/leaderboard/submission/badSubmission.js";
import { bytesInMemory } from "../../../src/leaderboard/submission/byteSource.js";
import { parseManifest } from "../../../src/leaderboard/submission/manifest.js";
import { npyBytes } from "../../../src/leaderboard/submission/npyBytes.js";
import { readPredictions } from "../../../src/leaderboard/submission/readPredictions.js";
import { bytesOf, headerOf, listed, manifestFor, npyWith, npzWith, twoClasses } from "./files.js";

const RUNS = 2_000;
const cases = 5;
const format = { title: "a class or 2 probabilities", shapes: [[], [2]] };
const p = [0.1, 0.5, 0.25, 1, 0];
const integers = npyWith(headerOf("<i8", "5,"), new Uint8Array(BigInt64Array.of(0n, 1n, 0n, 1n, 0n).buffer));
const fortran = npyWith(headerOf("<f4", "5, 2", true), new Uint8Array(new Float32Array(10).buffer), [2, 0]);

const FILES: Readonly<Record<string, Uint8Array>> = {
  "a.npy": twoClasses(p),
  "integers.npy": integers,
  "fortran.npy": fortran,
  "deflated.npz": npzWith(twoClasses(p)),
  "stored.npz": npzWith(npyBytes([5], [0, 1, 0, 1, 0]), "predictions.npy", 0),
  "a.csv": bytesOf(`case,p0,p1\n${p.map((one, i) => `${i},${1 - one},${one}`).join("\n")}\n`),
  "a.jsonl": bytesOf(p.map((one, i) => `${JSON.stringify({ case: i, prediction: [1 - one, one] })}\n`).join("")),
};
const manifest = bytesOf(JSON.stringify(manifestFor({ "a.npy": FILES["a.npy"] })));

/** A change of some bytes; positions are shares of the length, so that one shrinks to fewer changes. */
type Change = (bytes: Uint8Array) => Uint8Array;
const at = fc.double({ min: 0, max: 1, noNaN: true });
const place = (bytes: Uint8Array, share: number): number => Math.min(bytes.length, Math.floor(share * bytes.length));
const splice = (bytes: Uint8Array, from: number, removed: number, added: Uint8Array): Uint8Array =>
  Uint8Array.from([...bytes.subarray(0, from), ...added, ...bytes.subarray(from + removed)]);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(at, fc.integer({ min: 0, max: 255 })).map(([share, byte]): Change => (bytes) => splice(bytes, place(bytes, share), 1, Uint8Array.of(byte))),
  fc.tuple(at, fc.integer({ min: 0, max: 7 })).map(([share, bit]): Change => (bytes) => {
    const from = place(bytes, share);
    return splice(bytes, from, 1, Uint8Array.of((bytes[from] ?? 0) ^ (1 << bit)));
  }),
  at.map((share): Change => (bytes) => bytes.slice(0, place(bytes, share))),
  at.map((share): Change => (bytes) => bytes.slice(place(bytes, share))),
  fc.tuple(at, fc.uint8Array({ maxLength: 20 })).map(([share, added]): Change => (bytes) => splice(bytes, place(bytes, share), 0, added)),
  fc.tuple(at, at).map(([one, two]): Change => (bytes) => splice(bytes, place(bytes, two), 0, bytes.slice(place(bytes, one), place(bytes, one) + 16))),
  fc.tuple(at, fc.constantFrom(0, 1, 0x7fffffff, 0x80000000, 0xffffffff)).map(([share, value]): Change => (bytes) => {
    const word = new Uint8Array(4);
    new DataView(word.buffer).setUint32(0, value, true);
    return splice(bytes, place(bytes, share), 4, word);
  }),
  fc.tuple(at, fc.constantFrom("nan", "inf", "1e999", "-1", '"__proto__"', "null", "\0", "../", "|O", "'", ",", "\n")).map(
    ([share, text]): Change => (bytes) => splice(bytes, place(bytes, share), text.length, bytesOf(text)),
  ),
);
const changes = fc.array(change, { minLength: 1, maxLength: 4 });

/** Whether bytes were read; a refusal is one line of a few hundred characters, and any other error is thrown on. */
function isRead(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (!(error instanceof BadSubmission)) throw error;
    expect(error.message).toMatch(/^[^\n\r]{1,700}$/);
    return false;
  }
}

test.each(Object.keys(FILES))("%s, changed anywhere, is read or refused in one line", (name) => {
  const read = (bytes: Uint8Array): unknown => readPredictions(name, bytesInMemory(bytes), { cases, format });
  expect(isRead(() => read(FILES[name]))).toBe(true);
  let refused = 0;
  fc.assert(
    fc.property(changes, (some) => {
      const bytes = some.reduce((left, one) => one(left), FILES[name]);
      if (!isRead(() => read(bytes))) refused++;
    }),
    { numRuns: RUNS, seed: 8 },
  );
  expect(refused).toBeGreaterThan(RUNS / 10);
});

test("any bytes are read or refused in one line", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(FILES)), fc.uint8Array({ maxLength: 300 }), (name, bytes) => {
      isRead(() => readPredictions(name, bytesInMemory(bytes), { cases, format }));
    }),
    { numRuns: RUNS, seed: 8 },
  );
});

test("what is read of a changed file is finite, and as many as the cases", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(FILES)), changes, (name, some) => {
      const bytes = some.reduce((left, one) => one(left), FILES[name]);
      isRead(() => {
        const predictions = readPredictions(name, bytesInMemory(bytes), { cases, format });
        expect(predictions).toHaveLength(cases);
        for (const one of listed(predictions)) expect((typeof one === "number" ? [one] : Array.from(one)).every(Number.isFinite)).toBe(true);
      });
    }),
    { numRuns: RUNS, seed: 8 },
  );
});

test("a manifest, changed anywhere, is read or refused in one line", () => {
  expect(isRead(() => parseManifest(manifest))).toBe(true);
  fc.assert(
    fc.property(changes, (some) => {
      isRead(() => parseManifest(some.reduce((left, one) => one(left), manifest)));
    }),
    { numRuns: RUNS, seed: 8 },
  );
});

test("a manifest of any JSON is refused in one line", () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(...Object.keys(JSON.parse(new TextDecoder().decode(manifest)) as object)), (json, field) => {
      expect(isRead(() => parseManifest(bytesOf(json)))).toBe(false);
      const one = { ...(JSON.parse(new TextDecoder().decode(manifest)) as object), [field]: JSON.parse(json) as unknown };
      isRead(() => parseManifest(bytesOf(JSON.stringify(one))));
    }),
    { numRuns: RUNS, seed: 8 },
  );
});
