/**
 * The app as somebody who is not root starts it: root's own runs are without Chromium's sandbox, and prove nothing of it.
 * A test that runs as root starts it as nobody, from copies that nobody can read; any other starts it as itself.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { electronSwitches } from "../../scripts/setup/electron-arguments.mjs";
import { projectFolder } from "../../scripts/setup/project.mjs";

/** The user and group that own nothing, as Linux numbers them. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const who = isRoot ? { uid: nobody, gid: nobody } : {};

/** Why the sandbox can't be looked at here; undefined when it can. */
export function whyNoSandbox(): string | undefined {
  if (process.platform !== "linux") return "only Linux tells of a process's seccomp filter";
  const { status, stderr } = spawnSync("unshare", ["--user", "true"], { ...who, encoding: "utf8" });
  return status === 0 ? undefined : `this system refuses user namespaces to a plain user (${String(stderr).trim()})`;
}

export interface PlainUsersApp {
  readonly process: ChildProcess;
  /** What it has written so far. */
  readonly output: () => string;
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
  /** Ends it, and removes the copies when none of its processes writes into them any more. */
  readonly remove: () => Promise<void>;
}

/** Starts the app with `args` and with its sandbox on. `executable`: Electron's. */
export function startAsPlainUser(executable: string, args: readonly string[]): PlainUsersApp {
  const folder = mkdtempSync(join(tmpdir(), "spinscope-plain-user-"));
  const home = join(folder, "home");
  const app = join(folder, "app");
  const runtime = join(folder, "runtime");
  chmodSync(folder, 0o755);
  mkdirSync(join(app, "out"), { recursive: true });
  mkdirSync(home);
  cpSync(join(projectFolder, "package.json"), join(app, "package.json"));
  cpSync(join(projectFolder, "out", "app"), join(app, "out", "app"), { recursive: true });
  if (isRoot) {
    copyLinked(dirname(executable), runtime);
    for (const path of [home, join(app, "out")]) chownSync(path, nobody, nobody);
  }
  const program = isRoot ? join(runtime, basename(executable)) : executable;
  const switches = electronSwitches({ virtualDisplay: true }).filter((name) => name !== "--no-sandbox");
  const child = spawn(program, [...switches, app, `--user-data-dir=${join(home, "data")}`, ...args], {
    ...who,
    cwd: home,
    env: {
      PATH: process.env["PATH"],
      DISPLAY: process.env["DISPLAY"],
      HOME: home,
      XDG_RUNTIME_DIR: home,
      LANG: "C.UTF-8",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece: Buffer) => {
      output += piece.toString();
    });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const remove = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  return { process: child, output: () => output, ended, remove };
}

/** A copy whose files are the same ones where the disk allows it: a runtime has two hundred megabytes. */
function copyLinked(from: string, to: string): void {
  try {
    execFileSync("cp", ["--archive", "--link", from, to], { stdio: "pipe" });
  } catch {
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
  }
}
