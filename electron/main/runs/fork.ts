/**
 * Forks utility processes and tells each of its end, whichever of Electron's two events says so first: a crash shows
 * in 'child-process-gone' with its reason, a plain exit in 'exit'.
 */
import { app, utilityProcess } from "electron/main";
import { utilityEnvironment } from "../security/utility-environment.ts";
import type { ForkedProcess } from "./utility-child.ts";

let forked = 0;

/** Forks `file` (absolute path). What it prints goes to `log`. */
export function forkUtility(
  file: string,
  log: (line: string) => void,
): { readonly name: string; readonly process: ForkedProcess } {
  forked += 1;
  const name = `Spinscope threads ${forked}`;
  const process = utilityProcess.fork(file, [], {
    serviceName: name,
    env: utilityEnvironment(globalThis.process.env),
    execArgv: [],
    stdio: "pipe",
  });
  for (const stream of [process.stdout, process.stderr]) {
    stream?.on("data", (chunk: Buffer) => log(`${name}: ${chunk.toString("utf8").trimEnd()}`));
  }
  return { name, process };
}

/** Calls `gone` for each utility process that Electron reports as gone, by its name, with a reason in words. */
export function watchUtilities(gone: (name: string, reason: string) => void): void {
  app.on("child-process-gone", (_event, details) => {
    if (details.type === "Utility") gone(details.name ?? "", `${details.reason}, code ${details.exitCode}`);
  });
}
