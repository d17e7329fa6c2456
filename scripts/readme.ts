import { readFileSync, writeFileSync } from "node:fs";
import { filledReadme } from "./filledReadme.js";

/** Writes README's generated blocks anew. */
const path = new URL("../README.md", import.meta.url);
writeFileSync(path, filledReadme(readFileSync(path, "utf8")));
