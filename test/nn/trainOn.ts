import { vi } from "vitest";
import type { BackendName } from "../../src/nn/backendName.js";
import type { Graph } from "../../src/nn/engine/graph/graph.js";
import type { Trained, TrainingTask } from "../../src/nn/training.js";

/**
 * Train on a backend, whatever this process uses already: every call takes a fresh copy of the modules.
 *
 * @param backend the backend
 * @param task what is trained
 * @param paysAfter the number of steps from which the runtime compiles; at once if not given
 * @returns what came of it, and how many graphs the runtime loaded
 */
export async function trainOn(backend: BackendName, task: TrainingTask, paysAfter = 1): Promise<{ trained: Trained; loads: number }> {
  vi.resetModules();
  const { selectBackend, runtimeInUse } = await import("../../src/nn/backend.js");
  await selectBackend(backend);
  const runtime = runtimeInUse();
  let loads = 0;
  const load = (graph: Graph) => (loads++, runtime!.load(graph));
  vi.doMock("../../src/nn/backend.js", () => ({ runtimeInUse: () => runtime && { ...runtime, paysAfter, load } }));
  vi.resetModules();
  const { train } = await import("../../src/nn/training.js");
  vi.doUnmock("../../src/nn/backend.js");
  return { trained: await train(task), loads };
}
