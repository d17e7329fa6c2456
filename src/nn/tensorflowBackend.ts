import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import util from "node:util";
import { tf } from "./tf.js";

const PACKAGE = "@tensorflow/tfjs-node";

/** How an attempt to load native TensorFlow ended. */
export type TensorflowStart =
  | { readonly status: "started" }
  | { readonly status: "absent" }
  | { readonly status: "broken"; readonly reason: string };

/**
 * Load the optional peer `@tensorflow/tfjs-node` and make it the active backend.
 *
 * @param from URL of the module whose `node_modules` are searched
 * @returns `started`; `absent` if it is not installed; `broken` with the first line of its error if it is
 *   installed but does not load
 */
export async function startTensorflowBackend(from: string = import.meta.url): Promise<TensorflowStart> {
  let path: string;
  try {
    path = createRequire(from).resolve(PACKAGE);
  } catch {
    return { status: "absent" };
  }
  try {
    prepareProcess();
    await import(/* @vite-ignore */ pathToFileURL(path).href);
    const registered = Object.hasOwn(tf.engine().registryFactory, "tensorflow");
    if (!registered) return { status: "broken", reason: "it does not share its backend with this @tensorflow/tfjs" };
    if (await tf.setBackend("tensorflow")) return { status: "started" };
    return { status: "broken", reason: "its backend did not start" };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split("\n", 1)[0];
    return { status: "broken", reason };
  }
}

/** Version 4.22.0 calls `util.isNullOrUndefined`, which Node 23 removed, and libtensorflow logs to stderr. */
function prepareProcess(): void {
  const legacy = util as { isNullOrUndefined?: (value: unknown) => boolean };
  legacy.isNullOrUndefined ??= (value) => value === null || value === undefined;
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "2";
}
