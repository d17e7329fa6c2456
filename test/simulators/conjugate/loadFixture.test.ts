import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { loadFixture } from "../../../src/simulators/conjugate/loadFixture.js";

const folder = new URL("../../../fixtures/conjugate/", import.meta.url);
const files = readdirSync(folder);

describe("every fixture", () => {
  test("is one of the four that the worlds use", () => {
    const names = ["beta-binomial", "finite-world", "gaussian-linear", "linear-trend"];
    expect(files.sort()).toEqual(names.map((name) => `${name}.json`));
  });

  test.each(files)("%s says where it comes from and matches its digest", (file) => {
    const { provenance, values } = z
      .object({ provenance: z.record(z.string(), z.unknown()), values: z.unknown() })
      .parse(JSON.parse(readFileSync(new URL(file, folder), "utf8")));
    for (const field of ["source", "program", "description", "command", "copied"]) {
      expect(provenance[field], field).toMatch(/\S/);
    }
    expect(provenance.sha256).toBe(createHash("sha256").update(JSON.stringify(values)).digest("hex"));
    expect(provenance.sourceSha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("loadFixture", () => {
  test("returns the numbers and their digest", () => {
    const { values, sha256 } = loadFixture("gaussian-linear", z.object({ noise_sd: z.number() }));
    expect(values.noise_sd).toBe(0.7);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test("names the fixture and the place where the shape is wrong", () => {
    const schema = z.object({ A: z.array(z.array(z.number()).length(3)) });
    expect(() => loadFixture("gaussian-linear", schema)).toThrow(/^fixture gaussian-linear: A\.0: /);
  });

  test("refuses numbers that were changed, and a file without provenance", () => {
    const directory = mkdtempSync(join(tmpdir(), "fixture-"));
    const away = pathToFileURL(directory + "/");
    const text = readFileSync(new URL("gaussian-linear.json", folder), "utf8");
    try {
      writeFileSync(join(directory, "changed.json"), text.replace('"noise_sd": 0.7', '"noise_sd": 0.8'));
      writeFileSync(join(directory, "bare.json"), JSON.stringify({ values: {} }));
      expect(() => loadFixture("changed", z.unknown(), away)).toThrow(
        /^fixture changed: sha256 of values is [0-9a-f]{64}, /,
      );
      expect(() => loadFixture("bare", z.unknown(), away)).toThrow(/^fixture bare: provenance: /);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  test("fails on a missing file", () => {
    expect(() => loadFixture("no-such-world", z.unknown())).toThrow(/no-such-world\.json/);
  });
});
