// Runs a program in our place: its streams are ours, the signals that reach us reach it, its exit code becomes ours.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { handSignalsTo } from "./signals.mjs";

/**
 * @param {string} program
 * @param {readonly string[]} args handed on exactly as they are
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<number>} its exit code; 128 + the signal's number where a signal ended it
 */
export function passThrough(program, args, environment = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: "inherit", env: environment });
    const end = () => child.kill();
    process.on("exit", end);
    handSignalsTo((signal) => {
      // Ctrl+C in a terminal reaches the child by itself, and twice would mean something else to it.
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      process.off("exit", end);
      handSignalsTo(undefined);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
