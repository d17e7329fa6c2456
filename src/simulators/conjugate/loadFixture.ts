import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";

// src/ and dist/ lie equally deep, so one path serves the sources, the build and the installed package.
const FOLDER = new URL("../../../fixtures/conjugate/", import.meta.url);

/** The part of every fixture that says where its numbers come from. */
const envelope = z.object({ provenance: z.object({ sha256: z.string() }).loose(), values: z.unknown() });

/** The numbers of a fixture and the digest that names them. */
export interface Fixture<T> {
  readonly values: T;
  /** SHA-256 of the numbers as JSON without white space. */
  readonly sha256: string;
}

/**
 * Read frozen numbers from `fixtures/conjugate`, refusing any that were changed or have the wrong shape.
 *
 * @param name the file's name without `.json`
 * @param schema what the numbers must look like
 * @param folder where the file lies; default `fixtures/conjugate` of this package
 * @returns the numbers and their digest
 * @throws Error if the file cannot be read, does not fit the schema, or does not match its own digest
 * @source fixtures/conjugate: each file's `provenance`
 */
export function loadFixture<T>(name: string, schema: z.ZodType<T>, folder = FOLDER): Fixture<T> {
  const text = readFileSync(new URL(`${name}.json`, folder), "utf8");
  const { provenance, values } = parse(name, envelope, JSON.parse(text));
  const sha256 = createHash("sha256").update(JSON.stringify(values)).digest("hex");
  if (sha256 !== provenance.sha256) {
    throw new Error(`fixture ${name}: sha256 of values is ${sha256}, its provenance says ${provenance.sha256}`);
  }
  return { values: parse(name, schema, values), sha256 };
}

function parse<T>(name: string, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0];
  throw new Error(`fixture ${name}: ${path.join(".") || "file"}: ${message}`);
}
