import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { expect, test } from "vitest";
import { projectCommands } from "../../src/cli/projectCommands.js";

const program = new Command();
projectCommands(program, () => {});

test("adds its commands, each with a description, as is each of its options and arguments", () => {
  expect(program.commands.map((command) => command.name())).toEqual(["init", "export-model", "doctor"]);
  for (const command of program.commands) {
    expect(command.description()).not.toBe("");
    for (const { description } of [...command.options, ...command.registeredArguments]) expect(description).not.toBe("");
  }
});

test("the exit code of a command is heard", async () => {
  const folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  const heard: number[] = [];
  const fresh = new Command();
  projectCommands(fresh, (code) => void heard.push(code));
  await fresh.parseAsync(["init", "theorem", "a-claim", "--out", folder], { from: "user" });
  rmSync(folder, { recursive: true });
  expect(heard).toEqual([0]);
});
