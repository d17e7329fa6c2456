import { expect, it } from "vitest";
import { plainMarkdown } from "../../src/report/plainMarkdown.js";

it("escapes what Markdown and HTML would read, and nothing else", () => {
  expect(plainMarkdown("p*(m_Bayes | x) < [½] & `1` ~ \\")).toBe("p\\*(m\\_Bayes | x) \\< \\[½\\] \\& \\`1\\` \\~ \\\\");
  expect(plainMarkdown("½ (ℓ − D²/4), 3.2 %")).toBe("½ (ℓ − D²/4), 3.2 %");
});
