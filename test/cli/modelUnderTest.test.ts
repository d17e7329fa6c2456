import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkModel, modelFile } from "../../src/cli/modelUnderTest.js";
import { UsageError } from "../../src/cli/usageError.js";
import { verify } from "../../src/cli/verify.js";
import type { TheoremListing } from "../../src/harness/listing.js";
import { type TheoremRecord, verdictsRecord } from "../../src/harness/record.js";
import { inSpecs } from "./inSpecs.js";
import { type Ended, simverdict, SPECS } from "./simverdict.js";

const PATIENCE = 180_000;
const LIGHT = "models/light.ts";

let folder: string;
let light: Ended;
inSpecs();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  copyFileSync(join(SPECS, LIGHT), join(folder, "light.ts"));
  light = await simverdict(["verify", "model.theorem.ts", "upheld.theorem.ts", "--model", join(folder, "light.ts"), "--seed", "2", "--out", join(folder, "light")]);
}, PATIENCE);
afterAll(() => rmSync(folder, { recursive: true }));

const found = (out: string): TheoremRecord[] => verdictsRecord.parse(JSON.parse(readFileSync(join(folder, out, "verdicts.json"), "utf8"))).theorems;

describe("a model under test", () => {
  test("is judged in the hypothesis world, and the falsifiers still are about the reference", () => {
    expect(light.code).toBe(0);
    const [{ claims, falsifiers }] = found("light");
    // heads of at least 50 tosses, .2 of them for the model and .1 for the reference: another seed would serve as well
    expect(claims[0].estimate).toBeGreaterThan(0.12);
    expect(falsifiers).toMatchObject([{ id: "heavy", killed: true }]);
  });

  test("is named where a theorem takes it: in the record, in the report and on the screen, with the hash of its file", () => {
    const path = join(folder, "light.ts");
    const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
    expect(found("light").map(({ id, model }) => [id, model])).toEqual([["cli/model", { path, sha256 }], ["cli/upheld/at-most", undefined], ["cli/upheld/within", undefined]]);
    expect(readFileSync(join(folder, "light", "REPORT.md"), "utf8")).toContain(`Model under test: \`${path}\`, SHA-256 ${sha256}`);
    expect(light.stdout.split("\n")[0].endsWith(`, model ${path}`)).toBe(true);
  });

  test("is left to the theorems that can judge it; the others are left out, and the run says so", async () => {
    const specs = ["model.theorem.ts", "models/weighed.theorem.ts"];
    const { code, stdout } = await simverdict(["verify", ...specs, "--model", LIGHT, "--out", join(folder, "some")]);
    expect(code).toBe(0);
    expect(stdout).toContain("\ncli/weighed is left out: models/light.ts must export a kernel with weight: weight is missing\n");
    expect(found("some").map(({ id }) => id)).toEqual(["cli/model"]);
  }, PATIENCE);

  test("can be refuted, and the environment can name it", async () => {
    const { code } = await simverdict(["verify", "model.theorem.ts", "--out", join(folder, "heavy")], { env: { SIMVERDICT_MODEL: "models/heavy.mjs" } });
    expect(code).toBe(1);
    expect(found("heavy")).toMatchObject([{ verdict: "refuted", model: { path: "models/heavy.mjs" }, falsifiers: [{ killed: true }] }]);
  }, PATIENCE);

  test("is carried by the printed replay command, which gives the same numbers", async () => {
    const [first] = found("light");
    expect(first.replay).toContain(` --model '${join(folder, "light.ts")}' `);
    const words = [...first.replay.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
    expect((await simverdict([...words.slice(2), "--out", join(folder, "again")])).code).toBe(0);
    expect(found("again").map((again) => ({ ...again, durationMs: 0 }))).toEqual([{ ...first, durationMs: 0 }]);
  }, PATIENCE);

  test("is that of the record in a replay, which refuses one that has changed", async () => {
    const again = () => simverdict(["replay", "--filter", "cli/model", "--from", join(folder, "light", "verdicts.json")]);
    expect((await again()).stdout).toMatch(/cli\/model: replayed, every number equal\n$/);
    writeFileSync(join(folder, "light.ts"), "export const kernel = { step: () => 0.3 };\n");
    const refusal = `simverdict: the model ${join(folder, "light.ts")} has changed since it was recorded; nothing was run\n`;
    expect(await again()).toEqual({ code: 4, stdout: "", stderr: refusal });
  }, PATIENCE);
});

describe("refusals", () => {
  test("one line, exit code 2, nothing run", async () => {
    const out = join(folder, "refused");
    const line = "simverdict: --model: cli/model: models/stepless.ts must export a kernel with step: step is missing\n";
    expect(await simverdict(["verify", "model.theorem.ts", "--model", "models/stepless.ts", "--out", out])).toEqual({ code: 2, stdout: "", stderr: line });
    expect(existsSync(join(out, "verdicts.json"))).toBe(false);
  }, PATIENCE);

  test.each([
    ["models/none.ts", "--model: there is no models/none.ts: name a TypeScript or JavaScript module"],
    ["models", "--model must be a file, got the folder models"],
    [" ", "--model must be a file, got an empty name"],
  ])("of what is no file: %j", (path, message) => {
    expect(() => modelFile(path, {})).toThrow(new UsageError(message));
    expect(() => modelFile(path, { SIMVERDICT_MODEL: LIGHT })).toThrow(UsageError);
  });

  test("an empty name in the environment is none, and an option goes before it", () => {
    expect([modelFile(undefined, { SIMVERDICT_MODEL: "" }), modelFile(LIGHT, { SIMVERDICT_MODEL: "none.ts" })]).toEqual([undefined, LIGHT]);
  });

  const takes = (id: string, model?: TheoremListing["model"]): TheoremListing => ({ id, ...(model !== undefined && { model }) }) as TheoremListing;
  test.each([
    ["coin.ts", "without a kernel", { bodies: ["step"] as const }, "--model: a: coin.ts must export kernel, an object with step; got undefined"],
    ["models/cells.ts", "of another domain", { bodies: ["step"] as const }, '--model: a: models/cells.ts is a model of "cells" (its export domain), but "bodies" is what is judged'],
    [LIGHT, "where no theorem takes one", undefined, "--model: none of b, a judges a model; simverdict list shows which theorems do"],
  ])("of %s: %s", async (path, _, needs, message) => {
    await expect(checkModel(path, [takes("b"), takes("a", needs)])).rejects.toThrow(new UsageError(message));
  }, PATIENCE);

  test("says why for every theorem, and a reason that several share once", async () => {
    const [held, steps] = [{ cells: ["noise"] as const }, { bodies: ["step"] as const }];
    const message = '--model: a, c: models/cells.ts must export a kernel with noise: noise is missing; b: models/cells.ts is a model of "cells" (its export domain), but "bodies" is what is judged';
    await expect(checkModel("models/cells.ts", [takes("a", held), takes("b", steps), takes("c", held)])).rejects.toThrow(new UsageError(message));
  }, PATIENCE);

  test("of a ledger, which adds up evidence about the references", async () => {
    const options = { model: LIGHT, ledger: "ledger.jsonl", out: join(folder, "ledger"), seed: "0", tier: "smoke", jobs: "1" };
    await expect(verify([], options)).rejects.toThrow(new UsageError("--ledger adds up evidence about the references: leave it out with --model"));
  });
});

test("list shows which theorems take a model, and of what", async () => {
  const { stdout } = await simverdict(["list", "model.theorem.ts"]);
  expect(stdout).toContain("\n  model      bodies: a kernel with step (verify --model)\n");
}, PATIENCE);
