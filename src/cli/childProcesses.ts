import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";

const alive = new Set<ChildProcess>();

/** Begin to keep account of the processes that this one starts, whoever starts them. */
export function watchChildProcesses(): void {
  subscribe("child_process", (message) => {
    const { process: child } = message as { readonly process: ChildProcess };
    alive.add(child);
    child.once("exit", () => alive.delete(child));
  });
}

/** End them at once: a worker that computes without a pause would neither hear of an interruption nor outlive it idle. */
export function killChildProcesses(): void {
  for (const child of alive) child.kill("SIGKILL");
}
