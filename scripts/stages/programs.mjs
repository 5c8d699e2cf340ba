// Runs a checking program and keeps what it prints, with a limit on its time: a stage that hangs is a stage that failed.
import { spawn } from "node:child_process";
import { inProject, projectFolder } from "../setup/project.mjs";

/** The longest that one program may take, in ms, where nothing else is said; each is expected to take a fraction of it. */
const LIMIT_MS = 12 * 60 * 1000;

/**
 * Runs a JavaScript program with this Node.
 * @param {readonly string[]} args the program's file, then its arguments
 * @param {NodeJS.ProcessEnv} [environment]
 * @param {number} [limit] the longest that it may take, in ms
 * @returns {Promise<{ code: number, output: string, stdout: string }>} `output`: both streams, in order
 */
export function runProgram(args, environment = process.env, limit = LIMIT_MS) {
  return new Promise((resolve) => {
    const env = { ...environment, NO_COLOR: "1" };
    const child = spawn(process.execPath, args, { cwd: projectFolder, env, stdio: ["ignore", "pipe", "pipe"] });
    const end = () => child.kill();
    process.on("exit", end);
    let output = "";
    let stdout = "";
    const overdue = setTimeout(() => {
      output += `\nEnded: it took longer than ${limit / 60_000} minutes.\n`;
      child.kill("SIGKILL");
    }, limit);
    child.stdout.on("data", (chunk) => {
      output += chunk;
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => (output += error.message));
    child.on("close", (code) => {
      clearTimeout(overdue);
      process.off("exit", end);
      resolve({ code: code ?? 1, output, stdout });
    });
  });
}

/**
 * A tool's program in node_modules, by its file.
 * @param {...string} segments
 */
export const tool = (...segments) => inProject("node_modules", ...segments);
