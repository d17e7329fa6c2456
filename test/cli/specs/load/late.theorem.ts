import { setTimeout as sleep } from "node:timers/promises";
import { theorem } from "simverdict";
import { coin } from "../coin.js";

theorem("cli/load/late", {
  ...coin,
  prepare: async ({ p }) => {
    if (p < 0.5) void Promise.reject(new Error("nobody waited for this"));
    await sleep(20);
    return p;
  },
});
