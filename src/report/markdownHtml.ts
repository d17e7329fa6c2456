import { xmlText } from "./xmlText.js";

/** Lines of HTML that reports write themselves; any other `<` is text. */
const HTML_LINE = /^(?:<details><summary>([^<]*)<\/summary>|<\/details>)$/;
/** Code, bold, links within the page or to the web, and escaped characters; everything else is text. */
const INLINE = /`([^`]*)`|\*\*(.+?)\*\*|\[((?:\\.|[^\]\\])*)\]\((#[^)\s]*|https:\/\/[^)\s]*)\)|\\([\\`*_<&[\]~|])/g;

/**
 * The Markdown of this package's reports as HTML.
 *
 * Headings with GitHub's anchors, paragraphs, line breaks, tables, lists, quotations, `<details>`, code, bold and links:
 * what the reports use, and nothing else, so that no text from a record becomes markup.
 *
 * @param markdown the text
 * @returns the elements, without a page around them
 * @example markdownHtml("**a** < b") // => "<p><strong>a</strong> &lt; b</p>\n"
 */
export function markdownHtml(markdown: string): string {
  const blocks: string[][] = [];
  for (const line of markdown.split("\n")) {
    const kind = kindOf(line);
    const last = blocks.at(-1);
    const goesOn = last !== undefined && kind === kindOf(last[0]) && kind !== "heading" && kind !== "html";
    if (goesOn) last.push(line);
    else blocks.push([line]);
  }
  return blocks.map(blockHtml).join("");
}

type Kind = "blank" | "heading" | "html" | "table" | "list" | "quotation" | "paragraph";

function kindOf(line: string): Kind {
  if (line.trim() === "") return "blank";
  if (/^#{1,6} /.test(line)) return "heading";
  if (HTML_LINE.test(line)) return "html";
  if (line.startsWith("|")) return "table";
  if (line.startsWith("- ")) return "list";
  return line.startsWith("> ") ? "quotation" : "paragraph";
}

function blockHtml(lines: readonly string[]): string {
  switch (kindOf(lines[0])) {
    case "blank":
      return "";
    case "heading":
      return headingHtml(lines[0]);
    case "html": {
      const summary = HTML_LINE.exec(lines[0])![1];
      return summary === undefined ? "</details>\n" : `<details><summary>${xmlText(summary)}</summary>\n`;
    }
    case "table":
      return tableHtml(lines);
    case "list":
      return `<ul>\n${lines.map((line) => `<li>${inline(line.slice(2))}</li>\n`).join("")}</ul>\n`;
    case "quotation":
      return `<blockquote>${inline(lines.map((line) => line.slice(2)).join(" "))}</blockquote>\n`;
    case "paragraph":
      return `<p>${lines.map((line) => inline(line.trim()) + (line.endsWith("  ") ? "<br>" : "")).join("\n")}</p>\n`;
  }
}

function headingHtml(line: string): string {
  const [, marks, text] = /^(#+) (.*)$/.exec(line)!;
  const anchor = text.toLowerCase().replaceAll(/[^\w -]/g, "").replaceAll(" ", "-");
  return `<h${marks.length} id="${anchor}">${inline(text)}</h${marks.length}>\n`;
}

/** The first line names the columns, the second parts them from the rows. */
function tableHtml([head, , ...rows]: readonly string[]): string {
  const cells = (line: string, tag: string): string => {
    const texts = line.slice(1).replace(/\|$/, "").split(/(?<!\\)\|/);
    return `<tr>${texts.map((text) => `<${tag}>${inline(text.trim())}</${tag}>`).join("")}</tr>\n`;
  };
  return `<div class="wide"><table>\n<thead>${cells(head, "th")}</thead>\n<tbody>\n${rows.map((row) => cells(row, "td")).join("")}</tbody>\n</table></div>\n`;
}

function inline(text: string): string {
  let [html, end] = ["", 0];
  for (const match of text.matchAll(INLINE)) {
    const [all, code, bold, label, target, character] = match;
    html += xmlText(text.slice(end, match.index));
    if (code !== undefined) html += `<code>${xmlText(code.replaceAll("\\|", "|"))}</code>`;
    else if (bold !== undefined) html += `<strong>${inline(bold)}</strong>`;
    else if (target !== undefined) html += `<a href="${xmlText(target)}">${inline(label)}</a>`;
    else html += xmlText(character);
    end = match.index + all.length;
  }
  return html + xmlText(text.slice(end));
}
