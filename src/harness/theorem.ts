import { relative } from "node:path";
import { test } from "vitest";
import { backendInUse } from "../nn/backend.js";
import { type Budget, checkDefinition, type TheoremDefinition } from "./definition.js";
import { definitionAt } from "./definitionAt.js";
import { explainTheorem } from "./explain.js";
import { listTheorem, type TheoremListing } from "./listing.js";
import { modelIdentity, modelPath } from "./modelUnderTest.js";
import { type TheoremRecord, theoremRecord } from "./record.js";
import { replayCommand } from "./replayCommand.js";
import { settingsFromEnvironment } from "./settings.js";
import { verifyTheorem } from "./verifyTheorem.js";

declare module "vitest" {
  interface TaskMeta {
    simverdict?: { readonly record: TheoremRecord; readonly note?: string } | { readonly listing: TheoremListing };
  }
}

/**
 * Register an executable theorem as a vitest test; called in a spec file as `test` would be.
 *
 * The test passes when every claim is upheld and every falsifier refuted. Its record travels in `task.meta`, from
 * where `simverdict verify` collects it, with the content hash and the duration added; none where the tier leaves out every
 * claim. Seed, tier and α come from `SIMVERDICT_SEED`, `_TIER` and `_ALPHA`.
 *
 * @param id lower-case words joined by `-` and `/`, beginning with the spec file's path below `theorems/`
 * @param definition the claims, the world, and at least one falsifier
 * @throws InvalidDefinition at load if the definition contradicts itself or has no falsifier; InvalidSettings if
 *   the environment holds a malformed setting
 */
export function theorem<W extends object, P, B extends Budget>(
  id: string,
  definition: TheoremDefinition<W, P, B>,
): void {
  checkDefinition(id, definition);
  const settings = settingsFromEnvironment(process.env);
  test(id, { timeout: 0 }, async ({ task }) => {
    if (settings.mode === "list") {
      task.meta.simverdict = { listing: listTheorem(id, definition, settings.tier) };
      return;
    }
    const judged = definitionAt(definition, settings.tier);
    if (judged === undefined) return;
    const findings = await verifyTheorem(id, judged, settings);
    const backend = backendInUse();
    const name = backend?.name ?? null;
    const path = definition.model === undefined || settings.mode === "falsify" ? undefined : modelPath(process.env);
    const record = theoremRecord.parse({
      ...findings,
      file: relative(process.cwd(), task.file.filepath),
      specHash: "",
      ...(path !== undefined && { model: modelIdentity(path) }),
      backend: name,
      durationMs: 0,
      replay: replayCommand(id, settings, name, relative(process.cwd(), task.file.filepath), path),
    });
    task.meta.simverdict = { record, ...(backend?.note !== undefined && { note: backend.note }) };
    if (record.verdict !== "upheld") throw new Error(explainTheorem(record).join("\n"));
  });
}
