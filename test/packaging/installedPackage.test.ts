import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verdictsRecord, type VerdictsRecord } from "../../src/harness/record.js";
import { installPackage, type Outcome, ROOT, runScript } from "./installedPackage.js";

const OWN = "claims/**/*.theorem.ts";

let folder: string;
beforeAll(() => {
  folder = installPackage();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const simverdict = (...words: string[]): Promise<Outcome> => runScript(folder, "simverdict/dist/cli/main.js", words);
const vitest = (...words: string[]): Promise<Outcome> => runScript(folder, "vitest/vitest.mjs", ["run", ...words]);
const tsc = (): Promise<Outcome> => runScript(folder, "typescript/bin/tsc", []);

const files = (path: string): string[] =>
  (existsSync(path) ? readdirSync(path, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1).replaceAll("\\", "/"))
    .sort();
const recordIn = (out: string): VerdictsRecord => verdictsRecord.parse(JSON.parse(readFileSync(join(folder, out, "verdicts.json"), "utf8")));

describe("the packed package", () => {
  it("ships the build, the theorems, the benchmarks, the fixtures and the docs, the GitHub action and the record of the boards, and nothing else", () => {
    const shipped = files(join(folder, "node_modules", "simverdict"));
    const data = ["theorems", "benchmarks", "fixtures", "docs"].flatMap((part) => files(join(ROOT, part)).map((file) => `${part}/${file}`));
    expect(shipped.filter((file) => !/^dist\/|^package\.json$|^[A-Z]+(?:\.md)?$/.test(file))).toEqual(["action.yml", ...data, "results/reference/leaderboard.json"].sort());
    const orphans = shipped.filter((file) => /^dist\/.*\.js$/.test(file) && !existsSync(join(ROOT, file.replace(/^dist(.*)\.js$/, "src$1.ts"))));
    expect(orphans, "left over from an older build: npm run clean && npm run build").toEqual([]);
  });

  it("lists its own theorems in any folder", async () => {
    const { code, stdout } = await simverdict("list", "--json");
    const { theorems, failures } = JSON.parse(stdout) as { theorems: { id: string }[]; failures: unknown[] };
    expect(failures).toEqual([]);
    expect(code).toBe(0);
    const specs = files(join(ROOT, "theorems")).filter((file) => file.endsWith(".theorem.ts"));
    expect(theorems.length).toBeGreaterThanOrEqual(specs.length);
  });

  it("verifies its own theorems in any folder, and writes to that folder only", { timeout: 300_000 }, async () => {
    const before = files(join(folder, "node_modules", "simverdict"));
    const { code, stdout } = await simverdict("verify", "--filter", "foundations/coverage", "--out", "mine");
    expect(stdout).toMatch(/^upheld +foundations\/coverage/m);
    expect(code).toBe(0);
    expect(recordIn("mine").theorems.map(({ id }) => id)).toEqual(["foundations/coverage"]);
    expect(files(join(folder, "node_modules", "simverdict"))).toEqual(before);
  });
});

describe("a user's own spec", () => {
  it("is verified, recorded beside the user's files, and replayed", async () => {
    const { code, stdout, stderr } = await simverdict("verify", OWN);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^upheld +mean-of-uniform/m);
    expect(code).toBe(0);
    const { run, theorems } = recordIn("results/latest");
    expect(run).toMatchObject({ commit: null, decisions: { claims: 1, falsifiers: 1 } });
    expect(theorems).toMatchObject([{ id: "mean-of-uniform", verdict: "upheld", falsifiers: [{ killed: true }] }]);
    const again = await simverdict("replay", OWN);
    expect(again.stdout).toContain("mean-of-uniform: replayed, every number equal");
    expect(again.code).toBe(0);
  });

  it("runs under plain vitest too", async () => {
    const { code, stdout } = await vitest();
    expect(stdout).toMatch(/mean-of-uniform[\s\S]*1 passed/);
    expect(code).toBe(0);
  });

  it("has its types from the package", { timeout: 120_000 }, async () => {
    expect(await tsc()).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  describe("with an error", () => {
    const path = "claims/wrong.theorem.ts";
    const write = (from: string, to: string): void => {
      const text = readFileSync(join(folder, "claims/mean-of-uniform.theorem.ts"), "utf8").replace('"mean-of-uniform"', '"wrong"');
      expect(text).toContain(from);
      writeFileSync(join(folder, path), text.replace(from, to));
    };
    afterAll(() => rmSync(join(folder, path), { force: true }));

    it("of types only, is refused by tsc and runs all the same: specs are not type-checked", { timeout: 120_000 }, async () => {
      write("samples: 40_000 }", "samples: 40_000, note: 1 as string }");
      const checked = await tsc();
      expect(checked.stdout).toMatch(/wrong\.theorem\.ts\(\d+,\d+\): error TS/);
      const ran = await simverdict("verify", path, "--out", "wrong");
      expect(ran.stdout).toMatch(/^upheld +wrong/m);
      expect(ran.code).toBe(0);
    });

    it("in its definition, ends in one line that says what and where", async () => {
      write("atMost(1 / 720,", 'atMost("1 / 720",');
      const { code, stdout } = await simverdict("verify", path, "--out", "wrong");
      expect(stdout).toMatch(/^failed: claims\/wrong\.theorem\.ts: .*margin.*got 1 \/ 720/m);
      expect(code).toBe(1);
    });

    it("in its estimator, is refuted with the command that replays it", async () => {
      write("Math.max(...x)) / 2", "Math.max(...x)) / 2.2");
      const { code, stdout } = await simverdict("verify", path, "--out", "wrong");
      expect(stdout).toMatch(/^refuted +wrong/m);
      expect(stdout).toContain(`npx simverdict verify --filter 'wrong$' --seed 0 --tier smoke --alpha 0.00001 '${path}'`);
      expect(code).toBe(1);
      const plain = await vitest(path);
      expect(plain.stdout + plain.stderr).toContain("theorem wrong is refuted");
      expect(plain.code).toBe(1);
    });
  });
});
