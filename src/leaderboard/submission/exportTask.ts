import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import type { Settings } from "../../harness/settings.js";
import { atTier } from "../../harness/tier.js";
import type { LeaderboardDefinition } from "../leaderboardDefinition.js";
import { taskCases, taskHash } from "../task.js";
import { BadSubmission } from "./badSubmission.js";
import { npyBytes } from "./npyBytes.js";
import { numericShape } from "./numericShape.js";
import type { ExportOrder } from "./order.js";
import { trainingPairs } from "./trainingPairs.js";

/**
 * Write what other languages need of a task: `task.json`, the inputs of the public cases (`inputs.npy` where they are
 * arrays, and `inputs.jsonl`), and on request a training set (`training.npz` and `training.jsonl`).
 *
 * Row i of the inputs is case i; their truths stay here.
 *
 * @param definition the leaderboard of the task
 * @param settings seed (of the training set) and tier (how many cases)
 * @param order the folder, made if it is missing, and the number of training pairs
 * @throws BadSubmission if the task says no format of predictions; the system's error if a file cannot be written
 */
export async function exportTask<Theta, X, Truth, P>(
  { task, metrics, cases: sizes }: LeaderboardDefinition<Theta, X, Truth, P>,
  { seed, tier }: Settings,
  { folder, training }: ExportOrder,
): Promise<void> {
  const { id, version, title, simulator, format } = task;
  if (format === undefined) throw new BadSubmission(`the task ${id} says no format of predictions, so it takes no submissions`);
  const xs = taskCases(task, atTier(sizes, tier)).map(({ x }) => x);
  const shape = numericShape(xs);
  const pairs = trainingPairs(task, training, seed);
  const columns = columnsOf(pairs.map(({ x, truth }) => ({ x, ...(truth as object) })));
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content, { flag: "wx" });
  write("inputs.jsonl", jsonLines(xs.map((x, i) => ({ case: i, x }))));
  if (shape !== undefined) write("inputs.npy", npyBytes(shape, flat(xs, shape)));
  if (training > 0) {
    write("training.jsonl", jsonLines(pairs));
    if (Object.keys(columns).length > 0) write("training.npz", zipSync(columns, { level: 0 }));
  }
  const about = {
    schema: "simverdict/task@1",
    task: `${id}@${version}`,
    hash: taskHash(task),
    title,
    simulator: simulator.id,
    tier,
    cases: xs.length,
    x: { shape: shape?.slice(1) ?? null },
    prediction: format,
    metrics: metrics.map(({ id, title, direction, range }) => ({ id, title, direction, range })),
    training: training === 0 ? null : { pairs: training, seed, arrays: Object.keys(columns).map((name) => name.replace(/\.npy$/, "")) },
  };
  write("task.json", `${JSON.stringify(about, null, 2)}\n`);
}

const jsonLines = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

const flat = (value: unknown, shape: readonly number[]): number[] => (value as number[][]).flat(shape.length - 1) as unknown as number[];

/** An NPY file for every field that is the same array of numbers, but for its values, in all rows. */
function columnsOf(rows: readonly Readonly<Record<string, unknown>>[]): Record<string, Uint8Array> {
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(
    names.flatMap((name) => {
      const column = rows.map((row) => row[name]);
      const shape = numericShape(column);
      return shape === undefined ? [] : [[`${name}.npy`, npyBytes(shape, flat(column, shape))]];
    }),
  );
}
