import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { filledReadme } from "../../scripts/filledReadme.js";
import { ROOT } from "./sources.js";

const SPEC = "test/packaging/claims/mean-of-uniform.theorem.ts";

/** The code between `<!-- example -->` and `<!-- /example -->`; undefined unless there is exactly one fenced block. */
function exampleOf(readme: string): string | undefined {
  const [, section] = /<!-- example -->\n(.*?)<!-- \/example -->/s.exec(readme) ?? [];
  return /^\s*```ts\n((?:(?!```).)*)```\s*$/s.exec(section ?? "")?.[1];
}

it(`README shows ${SPEC} as it is`, () => {
  const readme = existsSync(join(ROOT, "README.md")) ? readFileSync(join(ROOT, "README.md"), "utf8") : "";
  expect(exampleOf(readme)).toBe(readFileSync(join(ROOT, SPEC), "utf8"));
});

it("the example is read from between its markers, and from nowhere else", () => {
  const block = "```ts\nconst a = 1;\n```\n";
  expect(exampleOf(`# A\n\n<!-- example -->\n${block}<!-- /example -->\n\n${block}`)).toBe("const a = 1;\n");
  expect(exampleOf(`<!-- example -->\n\n${block}\n<!-- /example -->`)).toBe("const a = 1;\n");
  expect(exampleOf(`<!-- example -->\n${block}${block}<!-- /example -->`)).toBeUndefined();
  expect(exampleOf(block)).toBeUndefined();
});

it("README's example, verdict table and boards are those of the files (npm run reference writes them)", () => {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  expect(filledReadme(readme)).toBe(readme);
});
