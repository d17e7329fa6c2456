import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import type { Predictions } from "../../../src/leaderboard/predictions.js";
import type { Manifest } from "../../../src/leaderboard/submission/manifest.js";
import { npyBytes } from "../../../src/leaderboard/submission/npyBytes.js";

/** SHA-256 in hexadecimal digits. */
export const sha256 = (data: Uint8Array | string): string => createHash("sha256").update(data).digest("hex");

/** The bytes of a text. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An NPY file with any header and content. */
export function npyWith(header: string, content: Uint8Array = new Uint8Array(), version: readonly [number, number] = [1, 0]): Uint8Array {
  const text = bytesOf(header);
  const long = version[0] > 1;
  const bytes = new Uint8Array((long ? 12 : 10) + text.length + content.length);
  bytes.set([0x93, ...bytesOf("NUMPY"), ...version]);
  const view = new DataView(bytes.buffer);
  if (long) view.setUint32(8, text.length, true);
  else view.setUint16(8, text.length, true);
  bytes.set(text, long ? 12 : 10);
  bytes.set(content, (long ? 12 : 10) + text.length);
  return bytes;
}

/** A header as NumPy writes it. */
export const headerOf = (descr: string, shape: string, fortran = false): string =>
  `{'descr': '${descr}', 'fortran_order': ${fortran ? "True" : "False"}, 'shape': (${shape}), }\n`;

/** An NPZ file with one array. */
export const npzWith = (npy: Uint8Array, name = "predictions.npy", level: 0 | 1 | 6 = 6): Uint8Array => zipSync({ [name]: npy }, { level });

/** All predictions of a file. */
export const listed = <P>(predictions: Predictions<P>): P[] => Array.from({ length: predictions.length }, (_, i) => predictions.at(i) as P);

/** Probabilities of two classes, as NPY. */
export const twoClasses = (p: readonly number[]): Uint8Array => npyBytes([p.length, 2], p.flatMap((one) => [1 - one, one]));

/** A manifest for the toy task; by default it answers with `predictions.npy`. */
export const manifestFor = (files: Readonly<Record<string, Uint8Array | string>>, changes: Partial<Manifest> = {}): Manifest => ({
  schema: "simverdict/submission@1",
  task: "toy/bit@1",
  model: "net",
  version: "1.0",
  seeds: [0],
  simulatorCalls: 1000,
  licence: "MIT",
  answers: { kind: "predictions", file: Object.keys(files)[0] },
  files: Object.fromEntries(Object.entries(files).map(([name, content]) => [name, sha256(content)])),
  ...changes,
});

/** Write a submission's folder: files and manifest. */
export function writeSubmission(folder: string, files: Readonly<Record<string, Uint8Array | string>>, changes: Partial<Manifest> = {}): Manifest {
  mkdirSync(folder, { recursive: true });
  const manifest = manifestFor(files, changes);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  return manifest;
}
