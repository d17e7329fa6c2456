import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { startRuntime } from "../../../../src/nn/engine/runtime/startRuntime.js";

const root = mkdtempSync(join(tmpdir(), "simverdict-onnx-"));
afterAll(() => rmSync(root, { recursive: true }));

/** A module's URL beside a `node_modules` in which the package has this entry file. */
function installed(name: string, entry: string): string {
  const folder = join(root, name, "node_modules", "some-onnx");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ main: "index.js" }));
  writeFileSync(join(folder, "index.js"), entry);
  return pathToFileURL(join(root, name, "user.js")).href;
}
const about = { name: "onnx-native", packageName: "some-onnx", paysAfter: 5, provider: "cpu", inPlace: true } as const;

/** A package whose sessions answer what they are given, and which remembers what it was told. */
const ECHO = `
  exports.Tensor = class { constructor(type, data, dims) { Object.assign(this, { type, data, dims }); } };
  exports.InferenceSession = { create: async (model) => ({ outputNames: ["y"], run: async ({ x }) => ({ y: x }), release: async () => {} }) };
`;

describe("startRuntime", () => {
  it("is absent where the package is not installed", async () => {
    expect(await startRuntime(about, pathToFileURL(join(root, "user.js")).href)).toEqual({ status: "absent" });
  });

  it("is broken, with the first line of the error, where it does not load or does not work", async () => {
    const broken = (reason: string) => ({ status: "broken", reason });
    expect(await startRuntime(about, installed("throws", 'throw new Error("no binding\\nat /long/stack");'))).toEqual(broken("no binding"));
    const refusing = `${ECHO} exports.InferenceSession.create = async () => { throw new Error("bad CPU"); };`;
    expect(await startRuntime(about, installed("refuses", refusing))).toEqual(broken("bad CPU"));
    expect((await startRuntime(about, installed("foreign", "module.exports = {};"))).status).toBe("broken");
  });

  it("starts a package that works, and configures it before its first model", async () => {
    const configured: unknown[] = [];
    const start = await startRuntime({ ...about, configure: (ort) => configured.push(ort) }, installed("works", ECHO));
    if (start.status !== "started") return expect.unreachable();
    expect(start.runtime).toMatchObject({ name: "onnx-native", paysAfter: 5 });
    expect(configured).toHaveLength(1);
    const session = await start.runtime.loadModel(new Uint8Array());
    const x = { data: Float32Array.of(1), shape: [1] };
    expect(await session.run({ x })).toEqual({ y: x });
  });
});
