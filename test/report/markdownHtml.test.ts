import fc from "fast-check";
import { expect, it } from "vitest";
import { markdownHtml } from "../../src/report/markdownHtml.js";
import { markdownTable } from "../../src/report/markdownTable.js";
import { plainMarkdown } from "../../src/report/plainMarkdown.js";
import { parseXml } from "./xml.js";

it.each([
  ["# A run", '<h1 id="a-run">A run</h1>\n'],
  ["### epns/lemma-x", '<h3 id="epnslemma-x">epns/lemma-x</h3>\n'],
  ["one  \ntwo\n\nthree", "<p>one<br>\ntwo</p>\n<p>three</p>\n"],
  ["- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"],
  ["> said\n> so", "<blockquote>said so</blockquote>\n"],
  ["**so** `a < b`: 1 \\< 2", "<p><strong>so</strong> <code>a &lt; b</code>: 1 &lt; 2</p>\n"],
  ["[x \\[1\\]](#x)", '<p><a href="#x">x [1]</a></p>\n'],
  ["<details><summary>More</summary>\n\na\n\n</details>", "<details><summary>More</summary>\n<p>a</p>\n</details>\n"],
])("%j is %j", (markdown, html) => {
  expect(markdownHtml(markdown)).toBe(html);
});

it("a table keeps its cells, with bars in them", () => {
  const html = markdownHtml(markdownTable(["a", "b"], [["1 | 2", ""], ["`x | y`", "**z**"]]).join("\n"));
  expect(html).toContain("<thead><tr><th>a</th><th>b</th></tr>\n</thead>");
  expect(html).toContain("<tr><td>1 | 2</td><td></td></tr>\n<tr><td><code>x | y</code></td><td><strong>z</strong></td></tr>");
});

it.each(["<script>alert(1)</script>", "[x](javascript:alert(1))", '<img src=x onerror="y">', "</details><b>", "[a](https://x\"onclick=\"y)"])("%s does not become markup", (text) => {
  for (const markdown of [text, `# ${text}`, `- ${text}`, `> ${text}`, `| ${text} |\n| --- |\n| ${text} |`]) {
    expect(markdownHtml(markdown)).not.toMatch(/<script|javascript:[^<]*"|<img|<b>|" ?onclick/);
  }
});

it("escaped text comes back as it was, and what comes out is well-formed", () => {
  const texts = fc.string({ unit: fc.constantFrom(..."ab1 *_`[]()<>&\\|#-~\""), minLength: 1 });
  fc.assert(
    fc.property(texts, (text) => {
      const { children } = parseXml(`<p>${markdownHtml(`x${plainMarkdown(text)}x`)}</p>`);
      expect(children[0].text).toBe(`x${text}x`);
      parseXml(`<p>${markdownHtml(text).replaceAll("<br>", "<br/>")}</p>`);
    }),
  );
});
