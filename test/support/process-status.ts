/**
 * What Linux tells of processes: whose children they are, what they were started as, and how they are confined.
 */
import { readdirSync, readFileSync } from "node:fs";

export interface ProcessStatus {
  readonly pid: number;
  readonly parent: number;
  /** Its words, as far as it has not changed them. */
  readonly command: string;
  /** 0 none, 1 strict, 2 a filter. */
  readonly seccomp: number;
  /** Whether it may never gain a right again. */
  readonly noNewPrivileges: boolean;
  /** Its real user, as it is numbered outside. */
  readonly user: number;
}

/** All processes below `ancestor`, itself included. One that ends meanwhile is left out. */
export function processesBelow(ancestor: number): readonly ProcessStatus[] {
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? (statusOf(Number(name)) ?? []) : []));
  const kin = new Set([ancestor]);
  for (let before = 0; before !== kin.size; ) {
    before = kin.size;
    for (const { pid, parent } of all) if (kin.has(parent)) kin.add(pid);
  }
  return all.filter(({ pid }) => kin.has(pid));
}

function statusOf(pid: number): ProcessStatus | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]);
    return {
      pid,
      parent: field("PPid"),
      command: readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " "),
      seccomp: field("Seccomp"),
      noNewPrivileges: field("NoNewPrivs") === 1,
      user: field("Uid"),
    };
  } catch {
    return undefined;
  }
}
