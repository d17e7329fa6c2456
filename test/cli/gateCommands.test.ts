import { Command } from "commander";
import { expect, test } from "vitest";
import { gateCommands } from "../../src/cli/gateCommands.js";

const program = new Command();
gateCommands(program, () => {});

test("adds its commands, each with a description, as is each of its options and arguments", () => {
  expect(program.commands.map((command) => command.name())).toEqual(["gate", "measure"]);
  for (const command of program.commands) {
    expect(command.description()).not.toBe("");
    for (const { description } of [...command.options, ...command.registeredArguments]) expect(description).not.toBe("");
  }
});

test("gate settles seed, tier, α and cases by its base, so none has a default", () => {
  const options = program.commands[0].opts<Record<string, unknown>>();
  for (const name of ["seed", "tier", "alpha", "cases", "backend"]) expect(options[name]).toBeUndefined();
});
