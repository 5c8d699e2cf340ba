/**
 * The packaged app as a person gets it: made by the command once, and started with a data folder of its own. Its fuses
 * keep every driver out, so it is judged by its output, its exit code, and the files and ports that come of it.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { electronSwitches } from "../../scripts/setup/electron-arguments.mjs";
import type { Said } from "../commands/run-command.ts";

/** How long one start may take, ms. */
const patience = 120_000;

export interface Start {
  /** Before all else. */
  readonly first?: readonly string[];
  /** After the switches that the machine needs and the data folder. */
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Called again and again while the app runs; `end` asks it to. */
  readonly meanwhile?: (data: string, end: () => void) => void;
}

/** A folder that is removed when `use` is done with it. */
export async function withFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "spinscope-package-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts `executable` in the folder `data`, where its data go, and waits for its end. `code` is -1 after a signal. */
export function start(
  executable: string,
  data: string,
  { first = [], args, environment, meanwhile }: Start,
): Promise<Said> {
  // A data folder that the operating system would give by itself is never touched.
  const all = [...first, ...electronSwitches({ virtualDisplay: true }), `--user-data-dir=${data}`, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(executable, all, {
      cwd: data,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: patience,
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    const watch = setInterval(() => meanwhile?.(data, () => void child.kill()), 5);
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watch);
      resolve({ code: code ?? -1, stdout, stderr, lastLine: stdout.trimEnd().split("\n").at(-1) ?? "" });
    });
  });
}

/** The file's text; empty where there is none yet. */
export function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
