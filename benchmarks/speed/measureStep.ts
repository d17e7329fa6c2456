import { fork, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { NetName, Timing, Variant } from "./trainingStepNets.js";

/** A net's training step on a backend, in a process of its own. */
export function measureStep(net: NetName, variant: Variant): Promise<Timing> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL("./trainingStepProcess.ts", import.meta.url)), [net, variant]);
    child.once("message", (timing) => resolve(timing as Timing));
    child.once("exit", (code) => reject(new Error(`${net} on ${variant} ended with code ${code}`)));
  });
}

/** The same step in PyTorch on one thread; undefined where Python does not have it. */
export function measureTorch(net: NetName): Timing | undefined {
  const script = fileURLToPath(new URL("./trainingStepTorch.py", import.meta.url));
  for (const python of ["python3", "/usr/bin/python3"]) {
    const { status, stdout } = spawnSync(python, [script, net], { encoding: "utf8" });
    const timing = status === 0 ? (JSON.parse(stdout) as Timing | null) : null;
    if (timing !== null) return timing;
  }
  return undefined;
}
