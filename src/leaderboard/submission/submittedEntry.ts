import { join } from "node:path";
import type { Entry } from "../entry.js";
import type { AnswerFormat } from "./answerFormat.js";
import { BadSubmission } from "./badSubmission.js";
import { commandEntry } from "./commandEntry.js";
import type { Manifest } from "./manifest.js";
import { numericShape } from "./numericShape.js";
import { onnxEntry } from "./onnxEntry.js";
import type { SubmitOrder } from "./order.js";
import { submittedModule } from "./submittedModule.js";

/** What a submission is asked with. */
export interface Asked {
  /** Any x of the task. */
  readonly x: unknown;
  readonly format: AnswerFormat;
  readonly order: Pick<SubmitOrder, "scratch" | "limits">;
}

/**
 * The submission as an entry of the board: an ONNX model, a command or a module.
 *
 * @param answers what the manifest says of the answers
 * @param asked the task's shapes, the folder of the files and the limits
 * @returns the entry; undefined for a file of predictions, which cannot be asked
 * @throws BadSubmission if an ONNX model is to answer a task whose x is no array of numbers, or a module exports no entry
 */
export function submittedEntry<X, P>(answers: Manifest["answers"], { x, format, order }: Asked): Entry<X, P> | undefined {
  const { scratch, limits } = order;
  switch (answers.kind) {
    case "predictions":
      return undefined;
    case "onnx": {
      const xShape = numericShape(x);
      if (xShape === undefined) throw new BadSubmission("this task's x is no array of numbers: an ONNX model cannot read it");
      return onnxEntry({ path: join(scratch, answers.file), xShape, format }) as Entry<X, P>;
    }
    case "command":
      return commandEntry({ command: answers.command, folder: scratch, format, limits }) as Entry<X, P>;
    case "module":
      return submittedModule<X, P>();
  }
}
