import { lotkaVolterra } from "../../../src/simulators/reactions/lotkaVolterra.js";
import type { ReactionNetwork } from "../../../src/simulators/reactions/reactionNetwork.js";
import { seair } from "../../../src/simulators/reactions/seair.js";
import { seir } from "../../../src/simulators/reactions/seir.js";
import { seirs } from "../../../src/simulators/reactions/seirs.js";
import { sir } from "../../../src/simulators/reactions/sir.js";
import { sirs } from "../../../src/simulators/reactions/sirs.js";

const epidemic = { R0: 2, infectiousDays: 4 };

/** Every mechanism at a size: a tenth of the population is infected at the start, so that outbreaks never fizzle out. */
export const networksOfSize = (population: number): readonly ReactionNetwork[] => {
  const common = { ...epidemic, population, initial: population / 10 };
  return [
    sir(common),
    sirs({ ...common, immuneDays: 20 }),
    seir({ ...common, latentDays: 3 }),
    seirs({ ...common, latentDays: 3, immuneDays: 20 }),
    seair({ ...common, latentDays: 3, presymptomaticDays: 2, relativeInfectiousness: 0.5 }),
    lotkaVolterra({ prey: population / 2, predators: population / 5, birth: 0.5, predation: 1 / population, death: 0.3 }),
  ];
};

/** A population of one species with two competing ends, of hazards 0.3 and 0.1, and no other event. */
export const competingExits: ReactionNetwork = {
  id: "competing-exits",
  initial: { alive: 50, left: 0, died: 0 },
  reactions: [
    { name: "leaving", source: "alive", rate: 0.3, change: { alive: -1, left: 1 } },
    { name: "dying", source: "alive", rate: 0.1, change: { alive: -1, died: 1 } },
  ],
};
