/**
 * A queue: every task starts when those before it have ended, however they ended.
 *
 * @returns takes a task, and answers as the task does
 */
export function taskQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const done = last.then(task);
    last = done.catch(() => {});
    return done;
  };
}
