import { expect, it, vi } from "vitest";
import type * as Simverdict from "simverdict";

type Source = Pick<Simverdict.TheoremDefinition<object, unknown>, "source">;
/** What a spec file registers when it is imported. */
const registered = vi.hoisted(() => [] as { id: string; definition: Source }[]);
vi.mock("simverdict", async (original) => ({
  ...(await original<typeof Simverdict>()),
  theorem: (id: string, definition: Source) => registered.push({ id, definition }),
}));
const { sources, ROOT } = await import("./sources.js");

/** What is wrong with the theorems of a spec file, given by its path from the repository. */
function flaws(file: string, theorems: typeof registered): string[] {
  const own = file.replace(/^theorems\//, "").replace(/\.theorem\.ts$/, "");
  if (theorems.length === 0) return [`${file} holds no theorem`];
  return theorems.flatMap(({ id, definition: { source } }, i) => [
    ...(theorems.findIndex((other) => other.id === id) < i ? [`${file} holds ${id} twice`] : []),
    ...(id === own || id.startsWith(`${own}/`) ? [] : [`${file} holds ${id}: an id begins with ${own}`]),
    ...(/\p{L}.*\d/u.test(source.cite) && /\p{L}/u.test(source.where) ? [] : [`${id}: a source names author and year, and where in it`]),
  ]);
}

const files = sources("theorems", ".theorem.ts").map(({ path }) => path);

it("there are specs", () => {
  expect(files.length).toBeGreaterThan(0);
});

it.each(files)("%s: ids begin with its path, sources are named", async (file) => {
  registered.length = 0;
  await import(/* @vite-ignore */ `${ROOT}/${file}`);
  expect(flaws(file, registered)).toEqual([]);
});

it("a theorem out of place, or without a source, is found", () => {
  const source = { cite: "Ville 1939", where: "chapter 5" };
  const judge = (id: string, from = source): string[] => flaws("theorems/a/b.theorem.ts", [{ id, definition: { source: from } }]);
  expect(judge("a/b")).toEqual([]);
  expect(judge("a/b/c")).toEqual([]);
  expect(judge("a/bc")).toHaveLength(1);
  expect(judge("b")).toHaveLength(1);
  expect(judge("a/b", { cite: "none", where: "x" })).toHaveLength(1);
  expect(judge("a/b", { ...source, where: " " })).toHaveLength(1);
  expect(flaws("theorems/a/b.theorem.ts", [])).toHaveLength(1);
  const twice = { id: "a/b", definition: { source } };
  expect(flaws("theorems/a/b.theorem.ts", [twice, twice])).toHaveLength(1);
});
