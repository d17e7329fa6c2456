import { appendFile } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { type Annotation, githubCommands } from "../report/githubAnnotations.js";

/** What a run has to say to GitHub Actions. */
export interface GithubNews {
  readonly annotations: readonly Annotation[];
  /** Markdown. */
  readonly summary: string;
}

/**
 * Inside a GitHub Actions job: print annotations, and append to the job's summary; elsewhere do nothing.
 *
 * Files are named as GitHub knows them, relative to its workspace; what lies outside is annotated without a place. A summary that cannot be written is said in a warning, and changes no verdict.
 *
 * @param news what to tell, made only if it is wanted
 * @param print where the step's output goes
 * @param environment for example `process.env`: `GITHUB_ACTIONS`, `GITHUB_STEP_SUMMARY`, `GITHUB_WORKSPACE`
 */
export async function tellGithub(
  news: () => GithubNews,
  print: (lines: readonly string[]) => void,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  if (environment.GITHUB_ACTIONS !== "true") return;
  const { annotations, summary } = news();
  const workspace = environment.GITHUB_WORKSPACE ?? process.cwd();
  print(githubCommands(annotations.map((annotation) => ({ ...annotation, place: within(workspace, annotation) }))));
  const file = environment.GITHUB_STEP_SUMMARY ?? "";
  if (file === "") return;
  try {
    await appendFile(file, `${summary}\n`);
  } catch (error) {
    const message = `the job summary was not written: ${error instanceof Error ? error.message : String(error)}`;
    print(githubCommands([{ level: "warning", place: null, title: "simverdict", message }]));
  }
}

function within(workspace: string, { place }: Annotation): Annotation["place"] {
  if (place === null) return null;
  const file = relative(workspace, resolve(place.file));
  return file.startsWith("..") || isAbsolute(file) ? null : { ...place, file: file.replaceAll(sep, "/") };
}
