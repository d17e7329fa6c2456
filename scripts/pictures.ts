import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { selectBackend } from "simverdict";
import { drawPicture } from "../src/report/pictures/drawPicture.js";
import { type Picture, picturesRecord } from "../src/report/pictures/picturesRecord.js";
import { epnsPictures } from "./epnsPictures.js";

/**
 * Trains small models from seed 0 and writes what they do, as numbers and drawn: docs/epns-pictures.json and
 * docs/epns-*.svg. With words (bodies, efficiency, cells) only those are made anew.
 */
const seed = 0;
const docs = new URL("../docs/", import.meta.url);
const file = new URL("epns-pictures.json", docs);
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
const { name: backend } = await selectBackend();
const wanted = process.argv.slice(2);
const made = await epnsPictures(seed, wanted.length === 0 ? undefined : wanted);

const isMade = ({ id }: Picture): boolean => made.some((picture) => picture.id === id);
const kept = existsSync(file) ? picturesRecord.parse(JSON.parse(readFileSync(file, "utf8"))).pictures.filter((picture) => !isMade(picture)) : [];
const pictures = [...made, ...kept].sort((a, b) => (a.id < b.id ? -1 : 1));
const record = picturesRecord.parse({ schema: "simverdict/pictures@1", run: { seed, version, backend, command: "npm run pictures" }, pictures });
writeFileSync(file, `${JSON.stringify(record)}\n`);
for (const picture of pictures) writeFileSync(new URL(`${picture.id}.svg`, docs), drawPicture(picture));
