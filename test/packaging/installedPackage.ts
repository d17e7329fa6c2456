import { execFile, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** What a command left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A user's folder outside the repository: the packed package unpacked, and beside it every package of the repository
 * as a link, so that there is one copy of vitest as after `npm install`.
 *
 * @returns the folder; it holds `claims/`, a vitest configuration and a tsconfig
 * @throws Error if the package has not been built
 */
export function installPackage(): string {
  if (!existsSync(join(ROOT, "dist", "cli", "main.js"))) throw new Error("dist/ is missing: npm run build (npm test does it)");
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "simverdict-user-")));
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, "simverdict"), { recursive: true });
  const options = ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder];
  const tarball = execFileSync("npm", options, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  execFileSync("tar", ["-xzf", join(folder, tarball), "-C", join(modules, "simverdict"), "--strip-components", "1"]);
  for (const name of readdirSync(join(ROOT, "node_modules"))) {
    if (!name.startsWith(".") && name !== "simverdict") symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  }
  cpSync(join(ROOT, "test", "packaging", "claims"), join(folder, "claims"), { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "user", private: true }));
  writeFileSync(
    join(folder, "vitest.config.ts"),
    'import { defineConfig } from "vitest/config";\nexport default defineConfig({ test: { include: ["claims/**/*.theorem.ts"] } });\n',
  );
  const compilerOptions = { strict: true, module: "NodeNext", target: "ES2022", noEmit: true, skipLibCheck: true, types: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["claims"] }));
  return folder;
}

/**
 * Run a script of an installed package in a user's folder, as `npx` would.
 *
 * @param folder the user's folder, where the script runs
 * @param script path below `node_modules`
 * @param words its arguments
 * @returns exit code and output; settings of the caller's own run are not passed on
 */
export function runScript(folder: string, script: string, words: readonly string[]): Promise<Outcome> {
  const foreign = (name: string): boolean => /^(?:VITEST|SIMVERDICT|npm_)/.test(name) || ["NODE_V8_COVERAGE", "NODE_ENV", "TEST", "MODE", "PROD", "DEV", "BASE_URL"].includes(name);
  const env = { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign(name))), NO_COLOR: "1" };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(folder, "node_modules", script), ...words], { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
