import { Command } from "commander";
import { vi } from "vitest";

/** Adds commands to a program, as the command line does. */
type Commands = (program: Command, end: (code: number) => void) => void;

/**
 * Run a command of the command line in this process, in the folder at hand: for what ends before anything is trained, where a
 * process of its own would only cost time.
 *
 * @param commands what adds the command
 * @param words the command and its arguments
 * @returns exit code and standard output; it rejects with what the command throws
 */
export async function inProcess(commands: Commands, words: readonly string[]): Promise<{ readonly code: number; readonly stdout: string }> {
  let [code, stdout] = [0, ""];
  const program = new Command().exitOverride().configureOutput({ outputError: () => {} });
  commands(program, (ended) => void (code = ended));
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => ((stdout += String(text)), true));
  try {
    await program.parseAsync(["node", "simverdict", ...words]);
    return { code, stdout };
  } finally {
    spy.mockRestore();
  }
}
