import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The built command line. */
export const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** The folder of the specs that these tests run. */
export const SPECS = fileURLToPath(new URL("specs", import.meta.url));

/** What a process left. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** This process's environment without what vitest, simverdict, a CI service or a colour setting put there. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(VITEST|SIMVERDICT|GITHUB_|TEST$|NODE_ENV$|FORCE_COLOR$|NO_COLOR$)/.test(name)),
);

/**
 * Run the built command line.
 *
 * @param words its arguments
 * @param options the folder to run in (that of the specs unless told), variables to set, and what to do with the process while it runs
 * @returns exit code and output
 */
export function simverdict(
  words: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>>; readonly meanwhile?: (kill: (signal: NodeJS.Signals) => void, stdout: string) => void } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...words], { cwd: options.cwd ?? SPECS, env: { ...environment, ...options.env }, stdio: ["ignore", "pipe", "pipe"] });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      options.meanwhile?.((signal) => void child.kill(signal), stdout);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}
