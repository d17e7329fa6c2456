import { createHash } from "node:crypto";
import { join } from "node:path";
import { readSync } from "node:fs";
import { BadSubmission } from "./badSubmission.js";
import { MANIFEST, parseManifest } from "./manifest.js";
import { withPlainFile } from "./plainFile.js";

const PIECE = 1 << 20;

/**
 * Check that a stored submission is what was stored: its manifest has the hash that names the folder, and every file the
 * hash that the manifest says.
 *
 * @param folder the submission's folder
 * @param sha SHA-256 of its manifest
 * @throws BadSubmission (integrity) if a hash does not match, or if a file is missing
 */
export function checkStored(folder: string, sha: string): void {
  const bytes = withPlainFile(join(folder, MANIFEST), MANIFEST, wholeFile);
  const check = (name: string, found: string, expected: string): void => {
    if (found !== expected) throw new BadSubmission(`${join(folder, name)} has SHA-256 ${found}, not ${expected}: it was changed after it was stored`, true);
  };
  check(MANIFEST, createHash("sha256").update(bytes).digest("hex"), sha);
  for (const [name, expected] of Object.entries(parseManifest(bytes).files)) {
    const hash = createHash("sha256");
    withPlainFile(join(folder, name), name, (file) => readPieces(file, (piece) => hash.update(piece)));
    check(name, hash.digest("hex"), expected);
  }
}

function readPieces(file: number, use: (piece: Uint8Array) => void): void {
  const piece = new Uint8Array(PIECE);
  for (let got = readSync(file, piece); got > 0; got = readSync(file, piece)) use(piece.subarray(0, got));
}

function wholeFile(file: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  readPieces(file, (piece) => pieces.push(piece.slice()));
  return Buffer.concat(pieces);
}
