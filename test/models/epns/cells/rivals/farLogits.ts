import { cellFields } from "../../../../../src/models/epns/cells/cellFields.js";
import type { CellModel } from "../../../../../src/models/epns/cells/cellModel.js";
import { upload } from "../../../../../src/nn/hostTensor.js";
import { tf } from "../../../../../src/nn/tf.js";
import { Key } from "../../../../../src/random/key.js";

const SIZE = 12;

/** Logits at site (0, 0) of the first of two cells, at latents 0, when that cell's volume differs far away: at (6, 6). */
export function farLogits(model: CellModel): { readonly small: number; readonly large: number } {
  const at = (row: number, column: number): number => row * SIZE + column;
  const logit = (extra: readonly number[]): number => {
    const ids = new Int16Array(SIZE * SIZE);
    for (const site of [at(0, 0), at(6, 6), ...extra]) ids[site] = 1;
    ids[at(3, 9)] = 2;
    return tf.tidy(() => {
      const p = upload(model.init(Key.root(0)));
      const hidden = model.forward(p, upload(cellFields([{ size: SIZE, ids, types: Uint8Array.of(0, 1, 2) }])));
      return model.decode(p, hidden, tf.zeros([1, 3, model.latents])).dataSync<"float32">()[SIZE * SIZE];
    });
  };
  return { small: logit([]), large: logit([at(6, 5), at(6, 7), at(5, 6), at(7, 6)]) };
}
