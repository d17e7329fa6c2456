import { execFile, execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withFile } from "../../src/leaderboard/submission/byteSource.js";
import { classFormat } from "../../src/leaderboard/submission/classFormat.js";
import { manifestSchema } from "../../src/leaderboard/submission/manifest.js";
import { readPredictions } from "../../src/leaderboard/submission/readPredictions.js";
import { submissionRecord } from "../../src/leaderboard/submission/record.js";
import { listed } from "../leaderboard/submission/files.js";
import { missingRuntime } from "../nn/missingBackend.js";
import { MAIN, simverdict } from "./simverdict.js";

const docs = (name: string): string => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
const TASK = "model-selection/linear-trend-2/sigma-0.2";

/** Whether Python can be asked for a package. */
function hasPython(name: string): boolean {
  try {
    execFileSync("python3", ["-c", `import ${name}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test.each(["numpy_predictions.py", "pytorch_onnx.py"])("the page shows %s as it is", (name) => {
  expect(readFileSync(docs("submissions.md"), "utf8")).toContain(`\`\`\`python\n${readFileSync(docs(`examples/${name}`), "utf8")}\`\`\`\n`);
});

test("the page's manifest is one, but for its checksum", () => {
  const [, json] = /```json\n(.*?)```/s.exec(readFileSync(docs("submissions.md"), "utf8"))!;
  const manifest = JSON.parse(json.replace("<sha256 in hexadecimal digits>", "0".repeat(64))) as unknown;
  expect(manifestSchema.safeParse(manifest).success).toBe(true);
});

describe("from TypeScript through export-model and back", () => {
  const page = readFileSync(docs("submissions.md"), "utf8");
  const [, commands] = /```sh\n(npx simverdict export-model .*?)```/s.exec(page)!;

  test("the page shows sgnn_model.ts as it is", () => {
    expect(page).toContain(`\`\`\`ts\n${readFileSync(docs("examples/sgnn_model.ts"), "utf8")}\`\`\`\n`);
  });

  test("the page's commands train, export and submit a net, which beats a guess", async ({ skip }) => {
    skip(missingRuntime !== undefined, missingRuntime);
    const folder = mkdtempSync(join(tmpdir(), "simverdict-"));
    copyFileSync(docs("examples/sgnn_model.ts"), join(folder, "sgnn_model.ts"));
    // the page's `npx simverdict`: the built command line, which submits to a board of few cases
    const npx = `npx() { shift; case $1 in submit) node ${MAIN} "$@" --tier smoke --against Bayes --json;; *) node ${MAIN} "$@" >&2;; esac; }`;
    const { stdout } = await promisify(execFile)("sh", ["-e", "-c", `${npx}\n${commands}`], { cwd: folder });
    rmSync(folder, { recursive: true });
    const { boards, kind, model } = submissionRecord.parse(JSON.parse(stdout));
    expect([kind, model, boards.map(({ metric }) => metric.id)]).toEqual(["onnx", "SGNN, exported", ["error", "regret", "brier"]]);
    // At level .01 the errors on public and on fresh cases are below that of a guess, 1/2.
    for (const scores of [boards[0].public, boards[0].fresh!]) expect(scores.upper).toBeLessThan(0.5);
    expect(boards[0].compared.map((each) => each.model)).toEqual(["Bayes rule (exact)"]);
  }, 180_000);
});

describe.runIf(hasPython("numpy"))("from Python and back", () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "simverdict-"));
    expect((await simverdict(["export", TASK, "--training", "20000", "--tier", "smoke", "--out", "task"], { cwd: folder })).code).toBe(0);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true }));
  const submit = async (path: string, ...words: string[]) => {
    const ended = await simverdict(["submit", path, "--tier", "smoke", "--against", "Bayes", "--json", ...words], { cwd: folder });
    expect(ended.code, ended.stderr).toBe(0);
    return submissionRecord.parse(JSON.parse(ended.stdout));
  };

  test("the NumPy example runs, and beats a guess", async () => {
    execFileSync("python3", [docs("examples/numpy_predictions.py")], { cwd: folder });
    const { boards, task } = await submit("numpy-submission");
    expect(task.id).toBe(TASK);
    expect(boards.map(({ metric }) => metric.id)).toEqual(["error", "regret", "brier"]);
    // At level .01 the error is below that of a guess, 1/2.
    expect(boards[0].public.upper).toBeLessThan(0.5);
  });

  test("NumPy's own NPY and NPZ files say what its CSV says", () => {
    const script = `
import numpy as np
x = np.load("task/inputs.npy"); p = 1 / (1 + np.exp(-x[:, 0])); a = np.stack([1 - p, p], axis=1)
np.save("a.npy", np.asfortranarray(a)); np.savez("b.npz", predictions=a); np.savez_compressed("c.npz", predictions=a)
np.savetxt("d.csv", np.c_[np.arange(len(a)), a], fmt=["%d", "%.17g", "%.17g"], delimiter=",", header="case,p0,p1", comments="")
np.save("objects.npy", a[:, 0].astype(object)); np.save("big.npy", a.astype(">f8")); np.savez("two.npz", predictions=p, more=p[:9])
`;
    execFileSync("python3", ["-c", script], { cwd: folder });
    const { cases } = JSON.parse(readFileSync(join(folder, "task", "task.json"), "utf8")) as { cases: number };
    const read = (name: string): number[][] =>
      listed(withFile(join(folder, name), (source) => readPredictions(name, source, { cases, format: classFormat(2) }))).map((row) => Array.from(row as number[]));
    const expected = read("a.npy");
    for (const name of ["b.npz", "c.npz", "d.csv"]) expect(read(name)).toEqual(expected);
    expect(() => read("objects.npy")).toThrow("Python objects (a pickle), which are never loaded");
    expect(() => read("big.npy")).toThrow("its values are >f8");
    expect(() => read("two.npz")).toThrow("2 entries, not one");
  });
});
