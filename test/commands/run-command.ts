// Runs one of the project's commands as a person or a script does, and keeps what it says.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectFolder } from "../../scripts/setup/project.mjs";

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The last line of standard output. */
  readonly lastLine: string;
}

/**
 * @param command a file of scripts/, without its ending
 * @param environment what differs from ours; undefined takes a variable away
 */
export function runCommand(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectFolder, "scripts", `${command}.mjs`), ...args], {
      cwd: projectFolder,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code: code ?? -1, stdout, stderr, lastLine: stdout.trimEnd().split("\n").at(-1) ?? "" }),
    );
  });
}
