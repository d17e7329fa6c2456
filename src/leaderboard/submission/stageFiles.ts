import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { BadSubmission } from "./badSubmission.js";
import { type Manifest, MANIFEST, parseManifest } from "./manifest.js";
import { withPlainFile } from "./plainFile.js";

/** Bytes that the files of a submission may take together: 2 GiB. */
export const LARGEST_SUBMISSION = 2 ** 31;
const PIECE = 1 << 20;

/** A submission whose files were copied and found to be what its manifest says. */
export interface StagedSubmission {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest, which names all files by theirs. */
  readonly sha: string;
}

/**
 * Copy a submission's manifest and files to a folder of its own, checking every checksum on the way, so that what is
 * scored is what is kept, whatever happens to the original meanwhile.
 *
 * @param from the folder of the manifest; its files lie beside it
 * @param to an empty folder
 * @returns the manifest and its hash
 * @throws BadSubmission if the manifest is bad, a file is missing, no plain file or too large, or (integrity) a checksum
 *   does not match
 */
export function stageFiles(from: string, to: string): StagedSubmission {
  const bytes = withPlainFile(join(from, MANIFEST), MANIFEST, (file, size) => {
    if (size > PIECE) throw new BadSubmission(`${MANIFEST} has ${size} bytes`);
    return readFileSync(file);
  });
  const manifest = parseManifest(bytes);
  let left = LARGEST_SUBMISSION;
  for (const [name, sha] of Object.entries(manifest.files)) {
    const found = withPlainFile(join(from, name), name, (file, size) => {
      if (size > left) throw new BadSubmission(`the files take more than ${LARGEST_SUBMISSION} bytes`);
      left -= size;
      return copy(file, join(to, name), size);
    });
    if (found !== sha) throw new BadSubmission(`${name} has SHA-256 ${found}, its manifest says ${sha}`, true);
  }
  writeFileSync(join(to, MANIFEST), bytes);
  return { manifest, sha: createHash("sha256").update(bytes).digest("hex") };
}

/** Copies at most `size` bytes, which the file had when it was opened, and answers their SHA-256. */
function copy(file: number, to: string, size: number): string {
  const hash = createHash("sha256");
  const target = openSync(to, "wx");
  try {
    const piece = new Uint8Array(Math.min(PIECE, size));
    for (let left = size; left > 0; ) {
      const got = readSync(file, piece, 0, Math.min(piece.length, left), null);
      if (got === 0) break;
      hash.update(piece.subarray(0, got));
      writeSync(target, piece, 0, got);
      left -= got;
    }
    return hash.digest("hex");
  } finally {
    closeSync(target);
  }
}
