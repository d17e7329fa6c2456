import type { BoardRecord } from "../leaderboard/record.js";
import { plainMarkdown } from "./plainMarkdown.js";

/**
 * What entries have to say of themselves, each once, however many boards their task has.
 *
 * @param boards the boards
 * @returns lines of a Markdown list; none if there is no note
 */
export function boardNotes(boards: readonly BoardRecord[]): string[] {
  const notes = boards.flatMap(({ task, rows }) =>
    rows.flatMap(({ model, note }) => (note === undefined ? [] : [`- ${plainMarkdown(task.id)}: ${plainMarkdown(model)}: ${plainMarkdown(note)}`])),
  );
  return [...new Set(notes)];
}
