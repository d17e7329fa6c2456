import type { Settings } from "./settings.js";

/**
 * The one command that runs a theorem again exactly as it ran.
 *
 * @param id the theorem's id
 * @param settings the run's settings
 * @param backend the backend of its neural nets, null if it used none
 * @param file the spec file, null for a theorem of the package's own
 * @param model the file of the model under test, if there was one
 * @returns a shell command
 * @example replayCommand("a/b", { mode: "verify", seed: 0, tier: "smoke", alpha: 0.01 }, null, null) // => "npx simverdict verify --filter 'a/b$' --seed 0 --tier smoke --alpha 0.01"
 */
export function replayCommand(id: string, settings: Settings, backend: string | null, file: string | null, model?: string): string {
  const { mode, seed, tier, alpha } = settings;
  const command = mode === "falsify" ? "falsify" : "verify";
  const choice = backend === null ? "" : ` --backend ${backend}`;
  const judged = model === undefined ? "" : ` --model '${model}'`;
  return `npx simverdict ${command} --filter '${id}$' --seed ${seed} --tier ${tier} --alpha ${alpha}${choice}${judged}${file === null ? "" : ` '${file}'`}`;
}
