import { z } from "zod";
import type { HostTensors } from "../hostTensor.js";
import { seal, type SealedKind, unseal } from "./sealed.js";
import type { TrainingState } from "./trainingState.js";

/** What to do with a checkpoint that training cannot go on from. */
export const MEND = "move it away to train anew, or name another folder";

const KIND: SealedKind = { schema: "checkpoint", format: 1, noun: "checkpoint", mend: MEND };
const PARTS = ["parameters", "first", "second"] as const;

const about = z.strictObject({
  /** Id of the model. */
  model: z.string(),
  /** 32 hexadecimal digits of the training's key. */
  key: z.string(),
  /** Digests of the training's settings, and of the parameters that it started from. */
  settings: z.string(),
  start: z.string(),
  /** What ran the steps. */
  backend: z.string(),
  /** Time that the training has taken. */
  seconds: z.number().nonnegative(),
});

const header = about.extend({
  step: z.int().nonnegative(),
  losses: z.array(z.strictObject({ step: z.int().positive(), loss: z.number() })),
  tensors: z.array(z.strictObject({ name: z.string(), shape: z.array(z.int().nonnegative()) })),
});

/** Which training a state is of. */
export type CheckpointAbout = z.infer<typeof about>;

/** What a checkpoint's file says. */
export interface Checkpoint {
  readonly about: CheckpointAbout;
  readonly state: TrainingState;
}

/**
 * Write a checkpoint as bytes.
 *
 * First a line of text: the format with its version, the SHA-256 of all that follows, and the number of its bytes; then a
 * line of JSON; then parameters and both running means, little-endian float32, one tensor after the other.
 *
 * @param checkpoint a training's state, and which training it is of
 * @returns the bytes
 * @throws ZodError if a number in it is out of its domain
 */
export function encodeCheckpoint({ about: whose, state }: Checkpoint): Uint8Array {
  const { step, losses, parameters } = state;
  const tensors = Object.entries(parameters).map(([name, { shape }]) => ({ name, shape: [...shape] }));
  const text = Buffer.from(`${JSON.stringify(header.parse({ ...whose, step, losses, tensors }))}\n`);
  const arrays = PARTS.flatMap((part) => tensors.map(({ name }) => Float32Array.from(state[part][name].data)));
  const content = Buffer.concat([text, ...arrays.map(({ buffer }) => new Uint8Array(buffer))]);
  return seal(KIND, content);
}

/**
 * Read a checkpoint back.
 *
 * @param bytes the file's bytes
 * @returns what `encodeCheckpoint` was given
 * @throws BadCheckpoint if it is no checkpoint, of a newer format, truncated, or does not have its digest; the message goes
 *   on from the file's name
 */
export function decodeCheckpoint(bytes: Uint8Array): Checkpoint {
  return parse(unseal(KIND, bytes));
}

function parse(content: Buffer): Checkpoint {
  const end = content.indexOf("\n");
  const { step, losses, tensors, ...whose } = header.parse(JSON.parse(content.toString("utf8", 0, end)));
  let at = end + 1;
  const take = (): HostTensors =>
    Object.fromEntries(
      tensors.map(({ name, shape }) => {
        const size = 4 * shape.reduce((product, extent) => product * extent, 1);
        const data = new Float32Array(new Uint8Array(content.subarray(at, (at += size))).buffer);
        return [name, { data, shape }];
      }),
    );
  const [parameters, first, second] = PARTS.map(take);
  return { about: whose, state: { step, parameters, first, second, losses } };
}
