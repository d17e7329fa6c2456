import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Graph } from "../graph/graph.js";
import { GraphBuilder } from "../graph/graphBuilder.js";
import { onnxModel } from "../onnx/onnxModel.js";
import { type OrtModule, ortSession, type OrtUse } from "./ortSession.js";
import { sessionCache } from "./sessionCache.js";
import type { OnnxRuntime, RuntimeStart } from "./stepRuntime.js";

/** A package that runs ONNX models, and how it is used. */
export interface RuntimePackage extends OrtUse {
  readonly name: OnnxRuntime["name"];
  readonly packageName: string;
  /** Ending of the file to load instead of the package's entry, which ends in `.js`. */
  readonly ending?: ".mjs";
  readonly paysAfter: number;
  /** What is set before the first model is loaded. */
  readonly configure?: (ort: OrtModule) => void;
}

/**
 * Load an optional package that runs ONNX models, and a small model into it, to see that it works.
 *
 * @param about the package
 * @param from URL of the module whose `node_modules` are searched
 * @returns `started` with the runtime; `absent` if it is not installed; `broken` with the first line of its error
 *   if it is installed but does not work
 */
export async function startRuntime(about: RuntimePackage, from: string): Promise<RuntimeStart> {
  const { name, packageName, paysAfter, configure } = about;
  let path: string;
  try {
    path = createRequire(from).resolve(packageName).replace(/\.js$/, about.ending ?? ".js");
  } catch {
    return { status: "absent" };
  }
  try {
    const module = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as OrtModule & { default?: OrtModule };
    const ort = module.default ?? module;
    configure?.(ort);
    await (await ortSession(ort, onnxModel(smallestGraph()), about)).release();
    const loadModel = sessionCache((model) => ortSession(ort, model, about));
    const load: OnnxRuntime["load"] = async (graph) => {
      const model = onnxModel(graph);
      return { ...(await loadModel(model)), nodes: graph.nodes.length, bytes: model.length };
    };
    return { status: "started", runtime: { name, paysAfter, load, loadModel } };
  } catch (error) {
    return { status: "broken", reason: (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] };
  }
}

function smallestGraph(): Graph {
  const g = new GraphBuilder();
  const x = g.input("x", { shape: [1], type: "float32" });
  return g.build(new Map([["y", g.node("Neg", [x], x)]]));
}
