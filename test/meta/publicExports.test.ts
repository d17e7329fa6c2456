import { expect, it } from "vitest";
import { publicNames } from "./publicNames.js";
import { sources } from "./sources.js";

/** Reviewed like code: `npx vitest run test/meta/publicExports.test.ts -u` writes it. */
it("the public names are those of the reviewed list", async () => {
  const files = sources("src");
  const names = publicNames(files.find(({ path }) => path === "src/index.ts")!, files);
  expect(new Set(names).size).toBe(names.length);
  await expect(`${names.join("\n")}\n`).toMatchFileSnapshot("publicExports.txt");
});

it("names are found through lists and stars, and logic in the index is refused", () => {
  const file = { path: "src/a.ts", text: "export const one = 1; export type Two = 2; export function three() {}" };
  const four = { path: "src/b.ts", text: 'export * as four from "left-pad";' };
  const names = (text: string): string[] => publicNames({ path: "src/index.ts", text }, [file, four]);
  expect(names('export * from "./a.js";')).toEqual(["type Two", "const one", "function three"]);
  expect(names('export { one, type Two } from "./a.js";')).toEqual(["type Two", "const one"]);
  expect(names('export { four } from "./b.js";')).toEqual(["namespace four"]);
  expect(() => names("export const five = 5;")).toThrow("has logic");
  expect(() => names('export { five } from "./a.js";')).toThrow("does not declare");
  expect(() => names('export { one } from "./c.js";')).toThrow("no file");
  expect(() => names('export * as all from "./a.js";')).toThrow("not a namespace");
});
