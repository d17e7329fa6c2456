import { readFileSync, statSync } from "node:fs";
import type { Entry } from "../entry.js";
import type { AnswerFormat } from "./answerFormat.js";
import type { FilePrediction } from "./arrayPredictions.js";
import { BadSubmission } from "./badSubmission.js";
import { type OnnxModel, type OnnxModule, onnxModule, type OnnxTensor } from "./onnxModule.js";

/** A submitted ONNX model. */
export interface SubmittedModel {
  readonly path: string;
  /** Shape of one x. */
  readonly xShape: readonly number[];
  readonly format: AnswerFormat;
}

/** Bytes that a model may take: 1 GiB. */
const LARGEST_MODEL = 2 ** 30;
/** Cases of one run. */
const BATCH = 512;

const OPTIONS = {
  executionMode: "sequential",
  interOpNumThreads: 1,
  intraOpNumThreads: 1,
  logSeverityLevel: 4,
};

/**
 * An entry that runs an ONNX model: one input [batch, …shape of x] of float32 or float64, one output [batch, …shape of a
 * prediction].
 *
 * It runs in this process, on one thread and without a pause: whoever asks it limits its time from outside.
 *
 * @param about the model's file, and the shapes of the task
 * @returns the entry; a file that is no such model rejects its preparation, a wrong output its predictions, both with a
 *   BadSubmission
 */
export function onnxEntry<X>({ path, xShape, format }: SubmittedModel): Entry<X, FilePrediction> {
  return {
    model: path,
    source: "an ONNX model",
    prepare: async () => {
      const { size } = statSync(path);
      if (size > LARGEST_MODEL) throw new BadSubmission(`the model has ${size} bytes, more than ${LARGEST_MODEL}`);
      const { ort, provider } = await onnxModule();
      const session = await ort.InferenceSession.create(readFileSync(path), { ...OPTIONS, executionProviders: [provider] }).catch(refused);
      const input = onlyInput(session, xShape);
      const run = runner(ort, session, input, xShape);
      const predict = async (xs: readonly X[]): Promise<FilePrediction[]> => {
        const predictions: FilePrediction[] = [];
        for (let at = 0; at < xs.length; at += input.batch) {
          const batch = xs.slice(at, at + input.batch);
          predictions.push(...rowsOf(await run(batch), batch.length, format));
        }
        return predictions;
      };
      return { parameters: 0, predict };
    },
  };
}

interface Input {
  readonly name: string;
  readonly type: "float32" | "float64";
  readonly batch: number;
}

const refused = (error: unknown): never => {
  throw new BadSubmission(`ONNX Runtime refuses the model: ${(error instanceof Error ? error.message : String(error)).split("\n", 1)[0].slice(0, 300)}`);
};

function onlyInput(session: OnnxModel, xShape: readonly number[]): Input {
  const wanted = `one input [batch, ${xShape.join(", ")}] of float32 or float64, its batch free or 1, and one output`;
  const [input] = session.inputMetadata;
  const found = session.inputMetadata.map((one) => (one.isTensor ? `${one.name} ${one.type} [${one.shape.join(", ")}]` : one.name)).join(", ");
  const refuse = (): never => {
    throw new BadSubmission(`the model must have ${wanted}; it has ${session.outputNames.length} outputs and the inputs ${found}`.slice(0, 400));
  };
  if (session.inputMetadata.length !== 1 || session.outputNames.length !== 1 || !input.isTensor) return refuse();
  const { name, type, shape } = input;
  const [batch, ...rest] = shape;
  if (type !== "float32" && type !== "float64") return refuse();
  if (rest.length !== xShape.length || !rest.every((n, d) => n === xShape[d] || isFree(n))) return refuse();
  if (!isFree(batch) && batch !== 1) return refuse();
  return { name, type, batch: isFree(batch) ? BATCH : 1 };
}

/** A symbolic dimension has a name, or −1. */
const isFree = (n: number | string | undefined): boolean => typeof n === "string" || n === -1;

function runner(ort: OnnxModule, session: OnnxModel, { name, type }: Input, xShape: readonly number[]): (xs: readonly unknown[]) => Promise<OnnxTensor> {
  return async (xs) => {
    const numbers = (xs as number[][]).flat(xShape.length);
    const data = type === "float32" ? Float32Array.from(numbers) : Float64Array.from(numbers);
    const outputs = await session.run({ [name]: new ort.Tensor(type, data, [xs.length, ...xShape]) }).catch(refused);
    return outputs[session.outputNames[0]];
  };
}

function rowsOf({ dims, data }: OnnxTensor, cases: number, format: AnswerFormat): FilePrediction[] {
  const fits = format.shapes.some((shape) => shape.length + 1 === dims.length && dims[0] === cases && shape.every((n, d) => n === dims[d + 1]));
  const values = Array.from(data as ArrayLike<number | bigint>, Number);
  if (!fits) throw new BadSubmission(`the model's output has shape [${dims.join(", ")}] for ${cases} cases; a prediction is ${format.title}`);
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new BadSubmission(`the model's output holds ${values[bad]}: every number must be finite`);
  if (dims.length === 1) return values;
  const width = values.length / cases;
  return Array.from({ length: cases }, (_, i) => values.slice(i * width, (i + 1) * width));
}
