import { backendInUse } from "../backend.js";
import type { HostTensors } from "../hostTensor.js";
import { tf } from "../tf.js";
import { BadCheckpoint } from "./badCheckpoint.js";
import { type Checkpoint, type CheckpointAbout, decodeCheckpoint, encodeCheckpoint } from "./checkpointFormat.js";
import type { Checkpoints, TrainingIdentity } from "./checkpoints.js";
import { contentDigest } from "./contentDigest.js";
import { requireOwn } from "./requireOwn.js";
import { readIfThere, writeWhole } from "./wholeFile.js";

/** What else a file of checkpoints can be told. */
export interface FileCheckpointsOptions {
  /** Steps between two states, an integer ≥ 1; 250 if not given. */
  readonly every?: number;
  /** The seconds that the training has taken by now, for the file; 0 if not given. */
  readonly seconds?: () => number;
  /** Hears of a state that training goes on from. */
  readonly found?: (found: { readonly step: number; readonly seconds: number }) => void;
}

/**
 * Checkpoints of one training in one file.
 *
 * The file says whose state it holds: model, names and shapes of parameters, key, settings, start and backend. A file
 * of another training is refused, and stays as it is. A state is written to a temporary file, which is then renamed.
 *
 * @param path the file; its folder is made when a state is first kept
 * @param identity the training
 * @param options how often, and its time
 * @returns the checkpoints; their members reject with BadCheckpoint, in one line that names the file, if it cannot be read
 *   or written, is truncated, does not have its digest, has a newer format, or is of another training or backend
 * @throws RangeError if `every` is not an integer ≥ 1, or the settings are not plain data
 */
export function fileCheckpoints(path: string, { model, key, settings }: TrainingIdentity, options: FileCheckpointsOptions = {}): Checkpoints {
  const { every = 250, seconds = () => 0, found = () => {} } = options;
  if (!(Number.isSafeInteger(every) && every >= 1)) throw new RangeError(`every must be an integer >= 1, got ${every}`);
  const whose = { model, key: key.toString(), settings: contentDigest(settings) };
  let started: string | undefined;
  return {
    every,
    load: async (start) => {
      started = contentDigest(start);
      const bytes = await readIfThere(path);
      if (bytes === undefined) return undefined;
      const { about, state } = read(path, bytes, { ...whose, start: started, backend: backendName() }, start);
      found({ step: state.step, seconds: about.seconds });
      return state;
    },
    save: async (state) => {
      if (started === undefined) throw new BadCheckpoint(`${path} is written before it is read: load the state first`);
      const about = { ...whose, start: started, backend: backendName(), seconds: seconds() };
      await writeWhole(path, encodeCheckpoint({ about, state }));
    },
  };
}

/** What runs the steps, also where nobody has selected it. */
const backendName = (): string => backendInUse()?.name ?? tf.engine().backendName ?? "none";

/** What a file holds, if it is that of this training. */
function read(path: string, bytes: Uint8Array, own: Omit<CheckpointAbout, "seconds">, start: HostTensors): Checkpoint {
  try {
    const checkpoint = decodeCheckpoint(bytes);
    requireOwn(checkpoint, own, start);
    return checkpoint;
  } catch (error) {
    if (!(error instanceof BadCheckpoint)) throw error;
    throw new BadCheckpoint(`${path} ${error.message}`, { cause: error });
  }
}
