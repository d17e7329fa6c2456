import { z } from "zod";
import { BadSubmission } from "./badSubmission.js";

/** The file that says what a submission is. */
export const MANIFEST = "manifest.json";

/** Bytes that a manifest may take. */
const LONGEST = 1 << 16;

const shown = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => !/\p{C}/u.test(text), "must not hold control or invisible characters");
/** A plain name: no folders, nothing hidden, and none that a stored submission uses itself. */
const fileName = z
  .string()
  .regex(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/, "must be a plain file name: letters, digits, '.', '_' and '-', no folders")
  .refine((name) => ![MANIFEST, "record.json", "public.jsonl", "fresh.jsonl"].includes(name), "is a name that the store uses itself");

/** What answers the cases. */
const answers = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("predictions"), file: fileName }),
  z.strictObject({ kind: z.literal("onnx"), file: fileName }),
  z.strictObject({ kind: z.literal("command"), command: z.array(z.string().min(1).max(4096)).min(1).max(64) }),
  z.strictObject({ kind: z.literal("module"), file: fileName }),
]);

/** `manifest.json` of a submission. */
export const manifestSchema = z.strictObject({
  schema: z.literal("simverdict/submission@1"),
  /** The task's id and version. */
  task: z.string().regex(/^[a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9.-]*){0,7}@[1-9]\d{0,5}$/, 'must be "<id>@<version>" of a task').max(200),
  model: shown(100),
  version: shown(40),
  /** Where the method comes from. */
  source: shown(300).optional(),
  seeds: z.array(z.int().nonnegative()).max(1000),
  /** Simulator calls that the training took; null where nobody counted. */
  simulatorCalls: z.int().nonnegative().nullable(),
  licence: shown(100),
  answers,
  /** SHA-256 of every file, by its name beside the manifest. */
  files: z
    .record(fileName, z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in 64 lower-case hexadecimal digits"))
    .refine((files) => Object.keys(files).length <= 64, "must be at most 64 files"),
});

/** @see manifestSchema */
export type Manifest = z.infer<typeof manifestSchema>;

/**
 * Read a manifest.
 *
 * @param bytes the file
 * @returns what it says
 * @throws BadSubmission naming the first field that is wrong, or if the file that answers is not among the files
 */
export function parseManifest(bytes: Uint8Array): Manifest {
  if (bytes.length > LONGEST) throw new BadSubmission(`${MANIFEST} has ${bytes.length} bytes, more than ${LONGEST}`);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new BadSubmission(`${MANIFEST} is not JSON in UTF-8`);
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue.path.map(String).join(".").slice(0, 100);
    throw new BadSubmission(`${MANIFEST}: ${JSON.stringify(where || "the whole")}: ${issue.message.slice(0, 300)}`);
  }
  const manifest = parsed.data;
  if ("file" in manifest.answers && !Object.hasOwn(manifest.files, manifest.answers.file)) {
    throw new BadSubmission(`${MANIFEST}: answers.file is ${manifest.answers.file}, which is not among its files`);
  }
  return manifest;
}

/**
 * The id and the version of the task of a manifest.
 *
 * @param task for example `model-selection/linear-trend-2/sigma-0.2@1`
 * @returns both
 * @example taskOf("toy/bit@1").version // => 1
 */
export function taskOf(task: Manifest["task"]): { readonly id: string; readonly version: number } {
  const at = task.lastIndexOf("@");
  return { id: task.slice(0, at), version: Number(task.slice(at + 1)) };
}
