import type { Command } from "commander";
import type { DoctorOptions } from "./doctor.js";
import type { ExportModelOptions } from "./exportModel.js";
import { init, type InitOptions } from "./init.js";

/**
 * Add the commands about a project and its machine: `init`, `export-model`, `doctor`.
 *
 * @param program the command line
 * @param end hears the exit code of the command that ran
 */
export function projectCommands(program: Command, end: (code: number) => void): void {
  program
    .command("init")
    .description("write a scaffold that runs as it is: a theorem, a model on a task, a task, or a GitHub workflow")
    .argument("<kind>", "theorem, model, task or ci")
    .argument("[name]", "lower-case words joined by -")
    .option("--out <folder>", "the project's folder", ".")
    .action(async (kind: string, name: string | undefined, options: InitOptions) => {
      end(await init(kind, name, options));
    });

  program
    .command("export-model")
    .description("write a function of tensors, such as a trained net, as an ONNX file")
    .argument("<module>", "a TypeScript or JavaScript module that exports it with its inputs, or a promise of them")
    .option("--name <export>", "the export", "model")
    .option("--out <file>", "the file to write", "model.onnx")
    .option("--json", "print JSON")
    .action(async (path: string, options: ExportModelOptions) => {
      const { exportModel } = await import("./exportModel.js"); // it loads TensorFlow.js
      end(await exportModel(path, options));
    });

  program
    .command("doctor")
    .description("versions, backend, what is missing and how to get it")
    .option("--backend <name>", "the backend to try")
    .option("--json", "print JSON")
    .action(async (options: DoctorOptions) => {
      const { doctor } = await import("./doctor.js"); // it loads TensorFlow.js
      end(await doctor(options));
    });
}
