import { expect, test } from "vitest";
import { moduleSetup, submittedModule } from "../../../src/leaderboard/submission/submittedModule.js";
import { toyEntry } from "../toyTask.js";

const scope = (module: unknown): object => ({ [Symbol.for("simverdict/submitted-module")]: module });
const entry = toyEntry("copy", ([x]) => x);

test("the setup imports the module, whatever its path, and leaves it for whoever asks", () => {
  expect(moduleSetup('/a "b"/entry.ts')).toBe('import * as submitted from "/a \\"b\\"/entry.ts";\nglobalThis[Symbol.for("simverdict/submitted-module")] = submitted;\n');
  expect(submittedModule(scope({ entry }))).toBe(entry);
});

test.each([undefined, {}, { entry: {} }, { entry: { prepare: 1 } }, { default: entry }])("a module like %j exports no entry", (module) => {
  expect(() => submittedModule(scope(module))).toThrow("the module must export const entry = { model, source, prepare }");
});
