import { theorem } from "simverdict";
import { coin } from "./coin.js";

theorem("cli/undecided", { ...coin, world: { p: 0.48 }, budget: { smoke: { samples: 100 } } });
