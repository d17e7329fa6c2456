import { Key } from "simverdict";
import type { Picture } from "../src/report/pictures/picturesRecord.js";
import { bodyPictures } from "./epnsBodyPictures.js";
import { cellPictures } from "./epnsCellPictures.js";
import { efficiencyPictures } from "./epnsEfficiencyPictures.js";

const GROUPS: Readonly<Record<string, (key: Key) => Promise<Picture[]>>> = { bodies: bodyPictures, efficiency: efficiencyPictures, cells: cellPictures };

/** The pictures of docs/epns.md as numbers, made from a seed: all groups of them, or some. */
export async function epnsPictures(seed: number, wanted: readonly string[] = Object.keys(GROUPS)): Promise<Picture[]> {
  const unknown = wanted.find((name) => !Object.hasOwn(GROUPS, name));
  if (unknown !== undefined) throw new RangeError(`pictures must be of ${Object.keys(GROUPS).join(", ")}, got ${unknown}`);
  const pictures: Picture[] = [];
  for (const name of wanted) pictures.push(...(await GROUPS[name](Key.root(seed).fold("epns-pictures").fold(name))));
  return pictures;
}
