import { relative } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { z } from "zod";
import { BadRecordFile } from "../harness/recordFile.js";
import { oneLine } from "../harness/oneLine.js";
import { selectBackend } from "../nn/backend.js";
import { callNow } from "../nn/engine/callNow.js";
import type { Graph } from "../nn/engine/graph/graph.js";
import { inferenceGraph } from "../nn/engine/inferenceGraph.js";
import { onnxModel } from "../nn/engine/onnx/onnxModel.js";
import { returnedTensors } from "../nn/engine/returnedTensors.js";
import type { TensorModel } from "../nn/engine/tensorModel.js";
import { specKey } from "../nn/engine/tensorSpecs.js";
import { EXIT } from "./exitCode.js";
import { loadExport } from "./loadExport.js";
import { UsageError } from "./usageError.js";
import { writableFile } from "./writableFile.js";

/** Options of `simverdict export-model`. */
export interface ExportModelOptions {
  readonly out: string;
  readonly name: string;
  readonly json?: true;
}

const HOW = '{ predict, inputs }, such as sgnnModel makes it: predict takes named tensors, and inputs gives their shape and type, as { x: { shape: [1, 3], type: "float32" } }';

const tensorModel = z.object({
  predict: z.custom<TensorModel["predict"]>((value) => typeof value === "function", "must be a function"),
  inputs: z.record(z.string(), z.object({ shape: z.array(z.int().min(1)), type: z.enum(["float32", "int32", "bool"]) })),
});

/**
 * `simverdict export-model`: write a function of tensors, such as a trained net, as an ONNX file.
 *
 * The module exports the function with its inputs, or a promise of them, under the name asked for. Variables that it reads,
 * such as the weights of a model of `tf.layers`, are part of the file.
 *
 * @param path the module, TypeScript or JavaScript
 * @param options the file to write, the name of the export, and whether to print JSON
 * @returns the exit code
 * @throws UsageError if the module or its export is not as it should be, or the function cannot become a graph
 * @throws BadRecordFile if the file cannot be written
 */
export async function exportModel(path: string, { out, name, json }: ExportModelOptions): Promise<number> {
  const file = writableFile("--out", out);
  await selectBackend(); // the module's own tensors are kept in it
  const graph = graphOf(await exported(path, name), path, name);
  const bytes = onnxModel(graph, name);
  await writeFileAtomic(file, Buffer.from(bytes)).catch((error: unknown) => {
    throw new BadRecordFile(`cannot write ${out}: ${reason(error)}`, { cause: error });
  });
  const [inputs, outputs] = [graph.inputs, graph.outputs].map((values) => specKey(Object.fromEntries(values)));
  const made = { file: relative(process.cwd(), file), nodes: graph.nodes.length, bytes: bytes.length, inputs, outputs };
  process.stdout.write(json ? `${JSON.stringify(made, null, 2)}\n` : `${made.file}: ${made.nodes} nodes, ${made.bytes} bytes\n  inputs   ${inputs}\n  outputs  ${outputs}\n`);
  return EXIT.ok;
}

async function exported(path: string, name: string): Promise<TensorModel> {
  const value = await loadExport(path, name, HOW);
  const checked = tensorModel.safeParse(value);
  if (checked.success) return checked.data;
  const [{ path: at, message }] = checked.error.issues;
  throw new UsageError(`${path}: ${[name, ...at].join(".")}: ${message}; it must be ${HOW}`);
}

function graphOf({ predict, inputs }: TensorModel, path: string, name: string): Graph {
  try {
    return inferenceGraph((given) => returnedTensors(callNow(predict, given)), inputs);
  } catch (error) {
    throw new UsageError(`${path}: ${name} cannot become an ONNX file: ${reason(error)}`);
  }
}

const reason = (error: unknown): string => oneLine(error instanceof Error ? error.message : String(error));
