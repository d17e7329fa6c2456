import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BadModel, modelIdentity, modelPath, requireModel } from "../../src/harness/modelUnderTest.js";

const NEEDS = { bodies: ["init", "step"], cells: ["step"] } as const;
const nothing = (): void => {};

test("the kernel is that of its domain, bodies if none is named", () => {
  const kernel = { init: nothing, step: nothing };
  expect(requireModel("a.ts", { kernel }, NEEDS)).toEqual({ domain: "bodies", kernel });
  expect(requireModel("a.ts", { kernel: { step: nothing }, domain: "cells" }, NEEDS).domain).toBe("cells");
});

test.each([
  [{}, "a.ts must export kernel, an object with init, step; got undefined"],
  [{ kernel: "x" }, 'a.ts must export kernel, an object with init, step; got "x"'],
  [{ kernel: null }, "a.ts must export kernel, an object with init, step; got null"],
  [{ kernel: { init: nothing, step: 3 } }, "a.ts must export a kernel with init, step: step is missing"],
  [{ kernel: {}, domain: "cells" }, "a.ts must export a kernel with step: step is missing"],
  [{ kernel: {}, domain: "toString" }, 'a.ts is a model of "toString" (its export domain), but "bodies" or "cells" is what is judged'],
  [{ kernel: {}, domain: 7 }, 'a.ts is a model of 7 (its export domain), but "bodies" or "cells" is what is judged'],
])("%j is refused in one line", (exports, message) => {
  expect(() => requireModel("a.ts", exports, NEEDS)).toThrow(new BadModel(message));
});

test("the environment names the file, or none", () => {
  expect([modelPath({}), modelPath({ SIMVERDICT_MODEL: "" }), modelPath({ SIMVERDICT_MODEL: "a.ts" })]).toEqual([undefined, undefined, "a.ts"]);
});

test("the identity is the path and the SHA-256 of the file", () => {
  const folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  const path = join(folder, "abc.txt");
  writeFileSync(path, "abc");
  // FIPS 180-4, appendix B.1 gives this digest of "abc"
  expect(modelIdentity(path)).toEqual({ path, sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" });
  rmSync(folder, { recursive: true });
});
