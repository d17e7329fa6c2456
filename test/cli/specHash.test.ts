import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestModule } from "vitest/node";
import type { VerdictsRecord } from "../../src/harness/record.js";
import { PACKAGE_ROOT } from "../../src/cli/packageRoot.js";
import { specHash } from "../../src/cli/specHash.js";
import { simverdict } from "./simverdict.js";

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "simverdict-"))));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (file: string, text: string): string => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};

/** A loaded module as vitest knows it: files, and what each imports; null stands for what is no file. */
const loaded = (moduleId: string, imports: Readonly<Record<string, readonly (string | null)[]>>): TestModule => {
  const getModulesByFile = (file: string) => new Set([{ importedModules: new Set((imports[file] ?? []).map((imported) => ({ file: imported }))) }]);
  return { moduleId, project: { vite: { environments: { ssr: { moduleGraph: { getModulesByFile } } } } } } as unknown as TestModule;
};

describe("the hash of a spec", () => {
  /** The hash of a spec that imports a helper, which imports another and the spec; with what is identified otherwise. */
  const hash = (texts: { spec?: string; helper?: string; other?: string; installed?: string } = {}): string => {
    const spec = write(join(folder, "claims", "a.theorem.ts"), texts.spec ?? "spec");
    const helper = write(join(folder, "claims", "helper.ts"), texts.helper ?? "helper");
    const other = write(join(folder, "shared", "other.ts"), texts.other ?? "other");
    const installed = write(join(folder, "claims", "node_modules", "x", "index.js"), texts.installed ?? "x");
    return specHash(loaded(spec, { [spec]: [helper, installed, null, join(PACKAGE_ROOT, "src", "none.ts"), join(PACKAGE_ROOT, "dist", "none.js")], [helper]: [other, spec] }));
  };

  test("is 64 hexadecimal digits, the same at every reading", () => {
    expect(hash()).toMatch(/^[0-9a-f]{64}$/);
    expect(hash()).toBe(hash());
  });

  test.each(["spec", "helper", "other"])("changes with the file %s, direct import or not", (file) => {
    expect(hash({ [file]: "changed" })).not.toBe(hash());
  });

  test("changes when two files exchange their texts", () => {
    expect(hash({ spec: "helper", helper: "spec" })).not.toBe(hash());
  });

  test("does not change with an installed package, or with simverdict itself", () => {
    expect(hash({ installed: "changed" })).toBe(hash());
  });

  test("does not depend on the order of imports, or on where the files lie", () => {
    const hashIn = (root: string, order: readonly string[]): string => {
      const [spec, ...imports] = ["a.theorem.ts", ...order].map((name) => write(join(folder, root, name), name));
      return specHash(loaded(spec, { [spec]: imports }));
    };
    expect(hashIn("here", ["b.ts", "lib/c.ts"])).toBe(hashIn("there/deep", ["lib/c.ts", "b.ts"]));
    expect(hashIn("here", ["b.ts"])).not.toBe(hashIn("here", ["b.ts", "lib/c.ts"]));
  });
});

test("a run hashes what its specs import: equal copies are equal, another helper is not", async () => {
  const spec = `import { atMost, theorem } from "simverdict";
    import { p } from "./lib/helper.js";
    theorem("mine", {
      title: "t", statement: "s", source: { cite: "c", where: "w" }, assumptions: [],
      claims: { z: atMost(0.5, { of: "Z", range: [0, 1], because: "b" }) },
      budget: { smoke: { samples: 50 } },
      world: { z: p },
      falsifiers: { one: { breaks: "z", world: { z: 1 }, mustRefute: ["z"] } },
      prepare: ({ z }) => z,
      *evidence(z) { for (;;) yield { z }; },
    });`;
  for (const [name, p] of [["a", 0], ["b", 0], ["c", 0.1]] as const) {
    write(join(folder, "run", name, "mine.theorem.ts"), spec);
    write(join(folder, "run", name, "lib", "helper.ts"), `export const p = ${p};`);
  }
  const { stdout } = await simverdict(["verify", "*/mine.theorem.ts", "--json"], { cwd: join(folder, "run") });
  const { theorems } = JSON.parse(stdout) as VerdictsRecord;
  const hashOf = (name: string): string => theorems.find(({ replay }) => replay.includes(` '${name}/mine.theorem.ts'`))!.specHash;
  expect(hashOf("a")).toBe(hashOf("b"));
  expect(hashOf("c")).not.toBe(hashOf("a"));
});
