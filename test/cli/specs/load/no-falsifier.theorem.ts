import { theorem } from "simverdict";
import { coin } from "../coin.js";

theorem("cli/load/no-falsifier", { ...coin, falsifiers: {} });
