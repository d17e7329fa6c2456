/**
 * A table in Markdown.
 *
 * @param header the column names
 * @param rows the cells, as many in each row as there are columns
 * @returns the lines; bars in cells are escaped
 * @throws RangeError if a row has another length than the header
 * @example markdownTable(["a"], [["1"]]) // => ["| a |", "| --- |", "| 1 |"]
 */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => {
    if (cells.length !== header.length) throw new RangeError(`a row has ${cells.length} cells, its table ${header.length} columns`);
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  };
  return [line(header), line(header.map(() => "---")), ...rows.map(line)];
}
