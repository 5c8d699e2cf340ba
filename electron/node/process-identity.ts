/**
 * Which process something belongs to, in a form that outlives it: its number, and when it started, because numbers are
 * given again. Invariant: a process is called dead only when that is certain; where the system does not say when one
 * started, one with its number counts as it.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

export interface ProcessIdentity {
  readonly pid: number;
  /** A digest of when it started: hexadecimal digits; `unknownStart` where that is not known. */
  readonly start: string;
}

export const unknownStart = "0";

/** This process, as far as it is known without asking another program. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, start: startOnLinux(process.pid) ?? unknownStart };
}

/**
 * Whether that process still lives. `self`: this one. `startOf`: when the process of a number started, where that can be
 * told.
 */
export function isAlive(
  { pid, start }: ProcessIdentity,
  self: ProcessIdentity,
  startOf: (pid: number) => string | undefined = startOnLinux,
): boolean {
  if (pid === self.pid) return start === self.start || start === unknownStart;
  if (!isThere(pid)) return false;
  const there = startOf(pid);
  return start === unknownStart || there === undefined || there === start;
}

/** When the process of that number started, if need be by asking another program, which takes a while. */
export function askedStart(pid: number): string | undefined {
  try {
    switch (process.platform) {
      case "darwin": {
        // In one time zone and language, whatever this process and that one have.
        const env = { ...process.env, TZ: "UTC", LC_ALL: "C" };
        return digest(execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { env, encoding: "utf8" }).trim());
      }
      case "win32": {
        const script = `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`;
        const args = ["-NoProfile", "-NonInteractive", "-Command", script];
        return digest(execFileSync("powershell.exe", args, { encoding: "utf8", windowsHide: true }).trim());
      }
      default:
        return startOnLinux(pid);
    }
  } catch {
    return undefined;
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Another user's process is there, too.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return !isZombie(pid);
}

/** Fields of /proc/PID/stat after the name, which may hold anything: the state first. */
function statOf(pid: number): readonly string[] | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

/** It has ended, and only its parent has not heard yet. */
function isZombie(pid: number): boolean {
  return ["Z", "X"].includes(statOf(pid)?.[0] ?? "");
}

function startOnLinux(pid: number): string | undefined {
  // The 22nd field: ticks since the machine's start, which has an id of its own.
  const ticks = statOf(pid)?.[19];
  if (ticks === undefined) return undefined;
  try {
    return digest(`${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${ticks}`);
  } catch {
    return undefined;
  }
}

function digest(text: string): string | undefined {
  return text === "" ? undefined : createHash("sha256").update(text).digest("hex").slice(0, 12);
}
