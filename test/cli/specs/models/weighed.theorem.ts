import { theorem } from "simverdict";
import { coin } from "../coin.js";

theorem("cli/weighed", { ...coin, model: { bodies: ["weight"] } });
