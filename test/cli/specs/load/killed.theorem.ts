import { theorem } from "simverdict";
import { coin } from "../coin.js";

/** Ends as a process without memory does. */
theorem("cli/load/killed", { ...coin, prepare: () => Number(process.kill(process.pid, "SIGKILL")) });
