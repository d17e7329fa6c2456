import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Specs import `simverdict`; inside the repository that is the source. */
const alias = { simverdict: fileURLToPath(new URL("./src/index.ts", import.meta.url)) };

export default defineConfig({
  test: {
    projects: [
      { resolve: { alias }, test: { name: "unit", include: ["test/**/*.test.ts"], testTimeout: 60_000 } },
      { resolve: { alias }, test: { name: "theorems", include: ["theorems/**/*.theorem.ts"] } },
    ],
  },
});
