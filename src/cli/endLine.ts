import { relative } from "node:path";

/**
 * What is printed last of a run.
 *
 * @param run how long it took, and the backend of its nets, null where there were none
 * @param file where its record is
 * @returns one line, such as `2.0 s on onnx-native; record in verdicts.json`
 */
export function endLine({ durationMs, backend }: { readonly durationMs: number; readonly backend: string | null }, file: string): string {
  const on = backend === null ? "" : ` on ${backend}`;
  return `${(durationMs / 1000).toFixed(1)} s${on}; record in ${relative(process.cwd(), file)}`;
}
