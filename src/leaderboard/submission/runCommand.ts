import { spawn } from "node:child_process";
import { Readable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { BadSubmission } from "./badSubmission.js";

/** What a command may use. */
export interface CommandLimits {
  /** Wall-clock time of the whole run. */
  readonly seconds: number;
  /** Address space of each of its processes, in MiB. */
  readonly megabytes: number;
  /** Bytes on its standard output. */
  readonly output: number;
}

/**
 * Starts the command as the head of a process group of its own, with a watchman in the group: descriptor 3 closes when
 * this process ends, however it ends, and then the watchman ends the whole group.
 */
const SCRIPT = `{ cat <&3; kill -s KILL -- -$$; } >/dev/null 2>&1 &
ulimit -v "$1" || exit 125
shift
exec "$@" 3<&-`;

/** All that a command sees of this process's environment, so that no secret of it leaks. */
const ENVIRONMENT = ["PATH", "HOME", "LANG", "LC_ALL", "TMPDIR"];
const LAST_WORDS = 2000;

/**
 * Run a command on lines of input and collect what it prints; it ends with all its children at the latest when a limit
 * is reached, or when this process ends.
 *
 * @param command the program, found on the PATH or in the folder, and its arguments; no shell reads them
 * @param folder where it runs
 * @param input lines for its standard input, without their ends
 * @param limits time, memory and output
 * @returns its standard output
 * @throws BadSubmission if it does not start, dies, exits with another code than 0, or reaches a limit
 */
export function runCommand(command: readonly string[], folder: string, input: Iterable<string>, limits: CommandLimits): Promise<Uint8Array> {
  const env = Object.fromEntries(ENVIRONMENT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
  const shell = ["-c", SCRIPT, "simverdict", String(Math.round(limits.megabytes * 1024)), ...command];
  return new Promise((resolve, reject) => {
    const child = spawn("/bin/sh", shell, { cwd: folder, detached: true, env, stdio: ["pipe", "pipe", "pipe", "pipe"] });
    const { stdin, stdout, stderr } = child;
    const watchman = child.stdio[3] as Readable;
    let problem: string | undefined;
    const end = (why?: string): void => {
      problem ??= why;
      watchman.destroy();
      try {
        process.kill(-child.pid!, "SIGKILL");
      } catch {
        // the group has ended
      }
    };
    const time = AbortSignal.timeout(Math.round(limits.seconds * 1000));
    time.addEventListener("abort", () => end(`the command did not end within ${limits.seconds} s`));

    const pieces: Uint8Array[] = [];
    let size = 0;
    stdout.on("data", (piece: Uint8Array) => {
      size += piece.length;
      if (size <= limits.output) pieces.push(piece);
      else end(`the command printed more than ${limits.output} bytes`);
    });
    let words = "";
    stderr.setEncoding("utf8").on("data", (text: string) => (words = (words + text).slice(-LAST_WORDS)));
    stdin.on("error", () => {}); // it need not read all
    watchman.on("error", () => {});
    Readable.from(linesOf(input)).pipe(stdin);

    child.once("error", (error) => {
      end();
      reject(new BadSubmission(`the command does not start: ${error.message}`));
    });
    child.once("exit", () => end());
    child.once("close", (code, signal) => {
      const last = stripVTControlCharacters(words).trim().split("\n").at(-1)!.replaceAll(/\p{C}/gu, "");
      const died = code === 0 ? undefined : `the command ended with ${signal ?? `code ${code}`}${last === "" ? "" : `: ${last}`}`;
      const why = problem ?? died;
      if (why === undefined) resolve(Buffer.concat(pieces));
      else reject(new BadSubmission(why));
    });
  });
}

function* linesOf(input: Iterable<string>): Generator<string> {
  for (const line of input) yield `${line}\n`;
}
