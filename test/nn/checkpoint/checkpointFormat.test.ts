import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Checkpoint, decodeCheckpoint, encodeCheckpoint } from "../../../src/nn/checkpoint/checkpointFormat.js";

const about = { model: "größer than ASCII", key: "00ff", settings: "s", start: "t", backend: "tfjs-cpu", seconds: 1.5 };
const tensor = (shape: number[], data: Float32Array) => ({ data, shape });

/** States of any parameters. */
const checkpoints = fc
  .dictionary(fc.string({ minLength: 1 }).filter((name) => name !== "__proto__"), fc.array(fc.nat(3), { maxLength: 3 }), { maxKeys: 4, noNullPrototype: true })
  .chain((shapes) => {
    const size = (shape: number[]) => shape.reduce((n, extent) => n * extent, 1);
    const part = () => fc.record(Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, floats(size(shape)).map((data) => tensor(shape, data))])));
    return fc.record({ step: fc.nat(), parameters: part(), first: part(), second: part(), losses: losses });
  })
  .map((state): Checkpoint => ({ about, state }));
const floats = (length: number) => fc.float32Array({ minLength: length, maxLength: length, noNaN: true });
const losses = fc.array(fc.record({ step: fc.integer({ min: 1 }), loss: fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0 || 0) }), { maxLength: 3 });

const example: Checkpoint = {
  about,
  state: {
    step: 50,
    parameters: { w: tensor([2, 1], Float32Array.of(0.1, -2)), b: tensor([], Float32Array.of(3)) },
    first: { w: tensor([2, 1], Float32Array.of(4, 5)), b: tensor([], Float32Array.of(6)) },
    second: { w: tensor([2, 1], Float32Array.of(7, 8)), b: tensor([], Float32Array.of(9)) },
    losses: [{ step: 50, loss: 0.1 }],
  },
};
const bytes = encodeCheckpoint(example);

describe("a checkpoint", () => {
  it("comes back as it was, bit for bit, in the order of its parameters", () => {
    fc.assert(fc.property(checkpoints, (checkpoint) => void expect(decodeCheckpoint(encodeCheckpoint(checkpoint))).toEqual(checkpoint)));
    expect(Object.keys(decodeCheckpoint(bytes).state.parameters)).toEqual(["w", "b"]);
  });

  it("is refused where any bit has changed", () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (place, bit) => {
        const changed = Uint8Array.from(bytes);
        changed[place] ^= 1 << bit;
        expect(() => decodeCheckpoint(changed)).toThrow(expect.objectContaining({ name: "BadCheckpoint" }));
      }),
    );
  });

  it("is refused where it ends too early, wherever that is, and says so", () => {
    for (let length = 0; length < bytes.length; length++) expect(() => decodeCheckpoint(bytes.subarray(0, length))).toThrow(/^is truncated: it has \d+ /);
  });

  it("is refused where something follows", () => {
    expect(() => decodeCheckpoint(Buffer.concat([bytes, Buffer.of(0)]))).toThrow("does not have the digest that it states");
  });
});

it.each([
  ["has format 2, this version of simverdict reads format 1: install the one that wrote it, or else: move it away to train anew", Buffer.from("simverdict/checkpoint@2 what comes later\n")],
  ["is no checkpoint of simverdict: move it away to train anew, or name another folder", Buffer.from("a letter\nto somebody")],
  ["is no checkpoint of simverdict", Buffer.from("a long letter without a line's end, to somebody")],
])("%s", (message, file) => {
  expect(() => decodeCheckpoint(file)).toThrow(message);
});
