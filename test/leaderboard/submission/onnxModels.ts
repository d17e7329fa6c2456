import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FIXTURE = fileURLToPath(new URL("../../../fixtures/submissions/onnx-models.json", import.meta.url));
const { values } = JSON.parse(readFileSync(FIXTURE, "utf8")) as { readonly values: Readonly<Record<string, string>> };

/** The bytes of a model for the toy task, right or wrong in the way of its name. */
export function onnxBytes(name: string): Uint8Array {
  if (values[name] === undefined) throw new RangeError(`there is no model ${name}`);
  return new Uint8Array(Buffer.from(values[name], "base64"));
}

/** Write a model to a file, or any bytes. */
export function writeModel(path: string, model: string | Uint8Array): string {
  writeFileSync(path, typeof model === "string" ? onnxBytes(model) : model);
  return path;
}
