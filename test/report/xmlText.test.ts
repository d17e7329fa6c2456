import fc from "fast-check";
import { expect, it } from "vitest";
import { xmlText } from "../../src/report/xmlText.js";
import { parseXml } from "./xml.js";

/** Code units of every kind, halves of surrogate pairs and controls among them. */
const codes = fc.array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff })), { maxLength: 12 });

it("comes back as it was, from an element and from an attribute, but for what XML cannot hold", () => {
  fc.assert(
    fc.property(codes, (units) => {
      const value = String.fromCharCode(...units);
      const { attributes, text } = parseXml(`<a b="${xmlText(value)}">${xmlText(value)}</a>`);
      // eslint-disable-next-line no-control-regex -- what XML 1.0 excludes
      const kept = value.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
      expect([attributes.b, text]).toEqual([kept, kept]);
    }),
  );
  expect(xmlText('<script>&"')).toBe("&lt;script&gt;&amp;&quot;");
});
