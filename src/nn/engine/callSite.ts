import { fileURLToPath } from "node:url";

const OWN = fileURLToPath(new URL(".", import.meta.url));

/**
 * The line of code outside this folder and outside TensorFlow.js that led here.
 *
 * @returns for example ` (at /home/me/step.ts:12)`, to be appended to a message; empty where the stack does not tell
 */
export function callSite(): string {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 60; // TensorFlow.js' own frames come first, and they are many
  const frames = new Error().stack?.split("\n").slice(1) ?? [];
  Error.stackTraceLimit = limit;
  const frame = frames.find((line) => !line.includes(OWN) && !/node_modules|node:|<anonymous>|[/\\]tfjs-\w+[/\\]src[/\\]/.test(line));
  const place = /\(?((?:file:\/\/)?[^()\s]+:\d+):\d+\)?$/.exec(frame ?? "")?.[1];
  return place === undefined ? "" : ` (at ${place.replace(/^file:\/\//, "")})`;
}
