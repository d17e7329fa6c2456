import fc from "fast-check";
import { expect, test } from "vitest";
import { type JunitCase, junitXml } from "../../src/report/junitXml.js";
import { parseXml } from "./xml.js";

const START = "2026-01-01T00:00:00.000Z";
const passed: JunitCase = { name: "claim a", problem: null, output: "mean 1" };
const failing = (kind: "failure" | "error" | "skipped"): JunitCase => ({ ...passed, problem: { kind, type: "refuted", message: "mean 2" } });
const suite = { name: "coin", seconds: 1.25, properties: { seed: "0" }, cases: [passed] };

test("suites, cases and their counts", () => {
  const root = parseXml(junitXml([suite, { ...suite, cases: [failing("failure"), failing("error"), failing("skipped")] }], START));
  expect(root.attributes).toEqual({ name: "simverdict", tests: "4", failures: "1", errors: "1", skipped: "1", time: "2.500" });
  expect(root.children.map(({ attributes }) => [attributes.tests, attributes.failures, attributes.timestamp])).toEqual([
    ["1", "0", START],
    ["3", "1", START],
  ]);
  const [properties, ...cases] = root.children[1].children;
  expect(properties.children.map(({ attributes }) => attributes)).toEqual([{ name: "seed", value: "0" }]);
  expect(cases.map(({ children }) => children.map(({ name, attributes, text }) => [name, attributes, text]))).toEqual([
    [["failure", { message: "mean 2", type: "refuted" }, ""], ["system-out", {}, "mean 1"]],
    [["error", { message: "mean 2", type: "refuted" }, ""], ["system-out", {}, "mean 1"]],
    [["skipped", { message: "mean 2" }, ""], ["system-out", {}, "mean 1"]],
  ]);
});

test("no suite at all is a document too", () => {
  expect(parseXml(junitXml([], START)).attributes.tests).toBe("0");
});

test("any text survives, but for the characters that XML excludes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const root = parseXml(junitXml([{ ...suite, name: text, cases: [{ ...passed, output: text }] }], START));
      // eslint-disable-next-line no-control-regex -- what XML 1.0 excludes
      const kept = text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
      expect(root.children[0].attributes.name).toBe(kept);
      expect(root.children[0].children[1].children[0].text).toBe(kept);
    }),
  );
  const hostile = '<a href="x">&amp; ]]> \u0000\ud800\n';
  expect(parseXml(junitXml([{ ...suite, name: hostile }], START)).children[0].attributes.name).toBe('<a href="x">&amp; ]]> \ufffd\ufffd\n');
});

test("the reader of these tests refuses what is not well-formed", () => {
  for (const bad of ["<a>", "<a></b>", "<a b='c'/>", "<a>&</a>", "<a/><b/>", "<a/>\u0000", '<a b="<"/>']) expect(() => parseXml(bad), bad).toThrow();
});
