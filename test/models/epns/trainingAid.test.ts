import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fitBodies } from "../../../src/models/epns/bodies/fitBodies.js";
import { vectorScalar } from "../../../src/models/epns/bodies/vectors/vectorScalar.js";
import { crowdModel } from "../../../src/models/epns/cells/crowdModel.js";
import { fitCells } from "../../../src/models/epns/cells/fitCells.js";
import { selectBackend } from "../../../src/nn/backend.js";
import { fileCheckpoints } from "../../../src/nn/checkpoint/fileCheckpoints.js";
import type { TrainingAid } from "../../../src/nn/checkpoint/trainingAid.js";
import { Key } from "../../../src/random/key.js";
import { cellularPotts } from "../../../src/simulators/lattice/cellularPotts.js";
import { celestial } from "../../../src/simulators/particles/celestial.js";
import { trajectory } from "../../../src/simulators/transitionKernel.js";

const key = Key.root(5);
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  await selectBackend();
});
afterAll(() => rmSync(folder, { recursive: true }));

const bodies = celestial({ bodies: 3, innerSteps: 10 });
const cells = cellularPotts({ size: 12, cells: 2, monteCarloSteps: 2 });
const fits = {
  bodies: (aid: TrainingAid, seed = 0) =>
    fitBodies(vectorScalar({ hidden: 4, rounds: 1 }), [trajectory(bodies, key.fold(seed), 6)], { steps: 120, batch: 4, dt: 0.01, ...aid }, key),
  cells: (aid: TrainingAid, seed = 0) =>
    fitCells(crowdModel({ hidden: 2, latents: 1, rounds: 1 }), [trajectory(cells, key.fold(seed), 4)], { steps: 120, batch: 2, ...aid }, key),
};

describe.each(["bodies", "cells"] as const)("the training of %s", (domain) => {
  const aid = (): TrainingAid => ({ checkpoints: (identity) => fileCheckpoints(join(folder, domain), identity, { every: 1 }) });

  test("goes on after an interruption to the net of one that was not interrupted, and refuses that of other data", async () => {
    const whole = await fits[domain]({});
    const steps: number[] = [];
    const progress = (step: number): void => {
      steps.push(step);
      if (steps.length === 2) throw new Error("the power went out");
    };
    await expect(fits[domain]({ ...aid(), progress })).rejects.toThrow("the power went out");
    const resumed = await fits[domain]({ ...aid(), progress });
    expect(steps).toEqual([50, 100, 50, 100, 120]);
    expect([resumed.parameters, resumed.losses]).toEqual([whole.parameters, whole.losses]);
    await expect(fits[domain](aid(), 1)).rejects.toThrow(/other settings or data/);
  }, 240_000);
});
