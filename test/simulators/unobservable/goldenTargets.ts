import { z } from "zod";
import { loadFixture } from "../../../src/simulators/conjugate/loadFixture.js";

/** The numbers of `fixtures/unobservable.json`. */
export const golden = loadFixture(
  "unobservable",
  z.object({
    reporting_confounded: z.object({ bayes_risk: z.number() }),
    early_growth: z.array(
      z.object({
        r: z.number(),
        K: z.number(),
        log_y: z.array(z.number()),
        posterior_mean_log_K: z.number(),
        posterior_variance_log_K: z.number(),
      }),
    ),
  }),
  new URL("../../../fixtures/", import.meta.url),
).values;
