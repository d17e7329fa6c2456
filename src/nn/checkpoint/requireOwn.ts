import type { HostTensors } from "../hostTensor.js";
import { BadCheckpoint } from "./badCheckpoint.js";
import { type Checkpoint, type CheckpointAbout, MEND } from "./checkpointFormat.js";

/**
 * Refuse a checkpoint of another training.
 *
 * @param checkpoint what was found
 * @param own the training that wants to go on
 * @param start the parameters that it starts from
 * @throws BadCheckpoint if the model, the names or shapes of parameters, the key, the settings, the start or the backend
 *   differ; the message goes on from the file's name
 */
export function requireOwn({ about, state }: Checkpoint, own: Omit<CheckpointAbout, "seconds">, start: HostTensors): void {
  const refuse = (why: string): never => {
    throw new BadCheckpoint(why);
  };
  if (about.model !== own.model) refuse(`is a checkpoint of the model ${about.model}, not of ${own.model}: ${MEND}`);
  const [found, wanted] = [layout(state.parameters), layout(start)];
  const differs = Array.from({ length: Math.max(found.length, wanted.length) }, (_, i) => i).find((i) => found[i] !== wanted[i]);
  if (differs !== undefined) {
    refuse(`is a checkpoint of another architecture: it has ${found[differs] ?? "no further parameter"}, the model ${wanted[differs] ?? "no further one"}: ${MEND}`);
  }
  if (about.key !== own.key) refuse(`is of another training: its key is ${about.key}, not ${own.key}: ${MEND}`);
  if (about.settings !== own.settings) refuse(`is of a training with other settings or data (digest ${short(about.settings)}, not ${short(own.settings)}): ${MEND}`);
  if (about.start !== own.start) refuse(`is of a training that started from other parameters (digest ${short(about.start)}, not ${short(own.start)}): ${MEND}`);
  if (about.backend !== own.backend) refuse(`is of a training on backend ${about.backend}, this one runs on ${own.backend}: go on with --backend ${about.backend}, or ${MEND}`);
}

const layout = (parameters: HostTensors): string[] => Object.entries(parameters).map(([name, { shape }]) => `${name} of shape [${shape.join(", ")}]`);

const short = (digest: string): string => `${digest.slice(0, 8)}…`;
