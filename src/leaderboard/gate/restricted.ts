import type { GateRecords } from "./baseFolder.js";

/**
 * Records without what is not asked for.
 *
 * @param records the records
 * @param wanted the ids of theorems and tasks to keep, and which of both kinds
 * @returns the rest; null for a kind of which nothing is left
 */
export function restricted<Records extends GateRecords>(
  records: Records,
  { ids, theorems, boards }: { readonly ids: RegExp; readonly theorems: boolean; readonly boards: boolean },
): Records {
  const { verdicts, scores } = records;
  const kept = verdicts?.theorems.filter(({ id }) => ids.test(id)) ?? [];
  const tasks = scores?.tasks.filter(({ task }) => ids.test(task.id)) ?? [];
  return {
    ...records,
    verdicts: verdicts !== null && theorems && kept.length > 0 ? { ...verdicts, theorems: kept } : null,
    scores: scores !== null && boards && tasks.length > 0 ? { ...scores, tasks } : null,
  };
}
