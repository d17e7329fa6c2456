import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { startTensorflowBackend } from "../../src/nn/tensorflowBackend.js";
import { tf } from "../../src/nn/tf.js";

const root = mkdtempSync(join(tmpdir(), "simverdict-tfjs-node-"));
afterAll(() => rmSync(root, { recursive: true }));

/** A module's URL beside a `node_modules` in which the package has this entry file. */
function installed(name: string, entry: string): string {
  const folder = join(root, name, "node_modules", "@tensorflow", "tfjs-node");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ main: "index.js" }));
  writeFileSync(join(folder, "index.js"), entry);
  return pathToFileURL(join(root, name, "user.js")).href;
}

describe("startTensorflowBackend", () => {
  it("is absent where the package is not installed", async () => {
    const from = pathToFileURL(join(root, "user.js")).href;
    expect(await startTensorflowBackend(from)).toEqual({ status: "absent" });
  });

  it("reports the first line of an error while loading", async () => {
    const from = installed("broken", 'throw new Error("no binding\\nat /long/stack");');
    expect(await startTensorflowBackend(from)).toEqual({ status: "broken", reason: "no binding" });
  });

  it("is broken where the package loads but registers no backend here", async () => {
    const from = installed("foreign", "module.exports = {};");
    const reason = "it does not share its backend with this @tensorflow/tfjs";
    expect(await startTensorflowBackend(from)).toEqual({ status: "broken", reason });
  });

  it("defines what Node 23 removed before the package loads, and makes its backend the active one", async () => {
    tf.registerBackend("tensorflow", () => tf.findBackend("cpu"));
    const from = installed("native", 'require("util").isNullOrUndefined(null) || process.exit(1);');
    expect(await startTensorflowBackend(from)).toEqual({ status: "started" });
    expect(tf.getBackend()).toBe("tensorflow");
  });
});
