import { expect, test } from "vitest";
import { OWN_BOARDS, OWN_THEOREMS } from "../../src/cli/ownFiles.js";
import manifest from "../../package.json" with { type: "json" };
import { sources } from "../meta/sources.js";

test.each([OWN_THEOREMS, OWN_BOARDS])("%s finds files of the repository, which the package holds too", (glob) => {
  const [folder, suffix, ...rest] = glob.split("/**/*");
  expect(rest).toEqual([]);
  expect(sources(folder, suffix).length).toBeGreaterThan(0);
  expect(manifest.files.some((shipped) => folder === shipped || folder.startsWith(`${shipped}/`))).toBe(true);
});
