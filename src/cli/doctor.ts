import { availableParallelism } from "node:os";
import { selectBackend } from "../nn/backend.js";
import { EXIT } from "./exitCode.js";
import { packageCommit, packageVersion } from "./packageRoot.js";

/** One thing that was looked at: what it is, what was found, and how to mend it if that is not well. */
interface Finding {
  readonly what: string;
  readonly found: string;
  readonly ok: boolean;
  readonly mend?: string;
}

/** Options of `simverdict doctor`. */
export interface DoctorOptions {
  readonly backend?: string;
  readonly json?: true;
}

/**
 * `simverdict doctor`: what this installation consists of, what is missing, and how to get it.
 *
 * @param options the backend to try, and whether to print JSON
 * @returns 0 when everything needed works, 1 when something does not
 */
export async function doctor({ backend, json }: DoctorOptions): Promise<number> {
  const findings = [
    { what: "simverdict", found: `${packageVersion()} (${packageCommit() ?? "installed package"})`, ok: true },
    node(),
    await vitest(),
    await nets(backend),
    await tensorflow(),
    { what: "cores", found: String(availableParallelism()), ok: true },
  ];
  if (json) process.stdout.write(`${JSON.stringify({ findings }, null, 2)}\n`);
  else {
    for (const { what, found, ok, mend } of findings) {
      process.stdout.write(`${ok ? "✓" : "✗"} ${what.padEnd(12)} ${found}${mend === undefined ? "" : `\n  ${"".padEnd(12)} to mend: ${mend}`}\n`);
    }
  }
  return findings.every(({ ok }) => ok) ? EXIT.ok : EXIT.failed;
}

function node(): Finding {
  const [major, minor] = process.versions.node.split(".").map(Number) as [number, number];
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { what: "node", found: process.version, ok, ...(ok ? {} : { mend: "install Node 20.19 or newer" }) };
}

async function vitest(): Promise<Finding> {
  try {
    const { version } = await import("vitest/node");
    return { what: "vitest", found: version, ok: true };
  } catch (error) {
    return { what: "vitest", found: firstLine(error), ok: false, mend: "npm install --save-dev vitest@4" };
  }
}

async function nets(backend: string | undefined): Promise<Finding> {
  try {
    const { name, note } = await selectBackend(backend);
    return { what: "backend", found: note === undefined ? name : `${name} (${note})`, ok: true };
  } catch (error) {
    return { what: "backend", found: firstLine(error), ok: false, mend: "npm ci, or choose another with --backend" };
  }
}

/** Optional: absent is well, but installed and broken is worth a word. */
async function tensorflow(): Promise<Finding> {
  const { startTensorflowBackend } = await import("../nn/tensorflowBackend.js");
  const native = await startTensorflowBackend();
  const what = "tfjs-node";
  if (native.status === "started") return { what, found: "loads", ok: true };
  if (native.status === "broken") {
    const mend = "npm rebuild @tensorflow/tfjs-node --ignore-scripts=false (optional: everything runs without it)";
    return { what, found: `installed, but it does not load: ${native.reason}`, ok: true, mend };
  }
  return { what, found: "not installed (optional: npm install @tensorflow/tfjs-node --ignore-scripts=false)", ok: true };
}

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split("\n")[0];
