import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT, sources } from "./sources.js";

const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");
const isText = (value: unknown): boolean => typeof value === "string" && /\S/.test(value);

/**
 * What is wrong with a fixture: a JSON file holds `provenance` and one payload, and `provenance.sha256` is the digest
 * of `JSON.stringify(payload)`; any other file has its provenance beside it in `<file>.provenance.json`, with the
 * digest of its bytes.
 */
function flaws(path: string, read: (path: string) => Uint8Array | undefined): string[] {
  const isProvenance = path.endsWith(".provenance.json");
  const isJson = path.endsWith(".json");
  const text = (file: string): string => Buffer.from(read(file) ?? []).toString() || "{}";
  if (isProvenance) return read(path.replace(/\.provenance\.json$/, "")) === undefined ? [`${path}: the file it speaks of is missing`] : [];
  const { provenance, ...payload } = JSON.parse(text(isJson ? path : `${path}.provenance.json`)) as Record<string, Record<string, unknown> | undefined>;
  if (provenance === undefined) return [`${path}: no provenance`];
  const missing = ["source", "program", "sha256"].filter((field) => !isText(provenance[field]));
  if (missing.length > 0) return [`${path}: provenance without ${missing.join(", ")}`];
  if (isJson && Object.keys(payload).length !== 1) return [`${path}: one payload beside provenance, got ${Object.keys(payload).join(", ") || "none"}`];
  const digest = sha256(isJson ? JSON.stringify(Object.values(payload)[0]) : read(path)!);
  return digest === provenance.sha256 ? [] : [`${path}: sha256 is ${digest}, not ${String(provenance.sha256)}`];
}

it("every fixture says where it comes from, and is what was copied from there", () => {
  const paths = sources("fixtures", "").map(({ path }) => path);
  const read = (path: string): Uint8Array | undefined => (paths.includes(path) ? readFileSync(join(ROOT, path)) : undefined);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.flatMap((path) => flaws(path, read))).toEqual([]);
});

it.each([
  ["sound", { provenance: { source: "s", program: "p", sha256: sha256("[1]") }, values: [1] }, undefined],
  ["without provenance", { values: [1] }, "no provenance"],
  ["without a source", { provenance: { source: " ", program: "p", sha256: sha256("[1]") }, values: [1] }, "without source"],
  ["changed", { provenance: { source: "s", program: "p", sha256: sha256("[1]") }, values: [2] }, "sha256 is"],
  ["with a payload that no checksum covers", { provenance: { source: "s", program: "p", sha256: sha256("[1]") }, values: [1], more: 2 }, "one payload"],
])("a JSON fixture that is %s", (_, content, flaw) => {
  const found = flaws("fixtures/a.json", () => Buffer.from(JSON.stringify(content)));
  expect(found).toEqual(flaw === undefined ? [] : [expect.stringContaining(flaw)]);
});

it("a binary fixture has its provenance beside it", () => {
  const bytes = Buffer.from([1, 2, 3]);
  const provenance = (digest: string): Buffer => Buffer.from(JSON.stringify({ provenance: { source: "s", program: "p", sha256: digest } }));
  const world = (digest: string) => (path: string) => ({ "a.npy": bytes, "a.npy.provenance.json": provenance(digest) })[path];
  expect(flaws("a.npy", world(sha256(bytes)))).toEqual([]);
  expect(flaws("a.npy", world(sha256("other")))).toHaveLength(1);
  expect(flaws("a.npy", () => undefined)).toEqual(["a.npy: no provenance"]);
  expect(flaws("b.npy.provenance.json", world(""))).toEqual(["b.npy.provenance.json: the file it speaks of is missing"]);
});
