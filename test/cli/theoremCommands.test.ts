import { Command } from "commander";
import { expect, test } from "vitest";
import { theoremCommands } from "../../src/cli/theoremCommands.js";

const program = new Command();
theoremCommands(program, () => {});

test("adds its commands, each with a description, as is each of its options and arguments", () => {
  expect(program.commands.map((command) => command.name())).toEqual(["verify", "falsify", "list", "replay", "report", "ledger"]);
  for (const command of program.commands) {
    expect(command.description()).not.toBe("");
    for (const { description } of [...command.options, ...command.registeredArguments]) expect(description).not.toBe("");
  }
});

test("the exit code of a command is heard, and a refusal is thrown", async () => {
  const heard: number[] = [];
  const fresh = new Command().exitOverride();
  theoremCommands(fresh, (code) => void heard.push(code));
  await expect(fresh.parseAsync(["report", "--from", "/nowhere/verdicts.json"], { from: "user" })).rejects.toThrow("there is no /nowhere/verdicts.json");
  expect(heard).toEqual([]);
});
