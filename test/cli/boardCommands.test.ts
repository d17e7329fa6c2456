import { Command } from "commander";
import { expect, test } from "vitest";
import { boardCommands } from "../../src/cli/boardCommands.js";

const program = new Command();
boardCommands(program, () => {});

test("adds its commands, each with a description, as is each of its options and arguments", () => {
  expect(program.commands.map((command) => command.name())).toEqual(["bench", "export", "submit", "rescore"]);
  for (const command of program.commands) {
    expect(command.description()).not.toBe("");
    for (const { description } of [...command.options, ...command.registeredArguments]) expect(description).not.toBe("");
  }
});
