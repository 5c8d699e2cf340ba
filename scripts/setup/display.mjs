// A virtual display for machines without one (CI, a container, a server): our own Xvfb on a free number, ended with us.
import { spawn } from "node:child_process";
import { SetupError } from "./progress.mjs";

/** How long Xvfb may take to say its display number, in ms. */
const START_MS = 15_000;

/** Whether a window can be opened here without a virtual display. */
export function hasDisplay() {
  if (process.platform !== "linux") return true;
  return Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
}

/**
 * Starts a virtual display and keeps it until this process ends, however it ends short of SIGKILL.
 * @param {string} [size] in pixels
 * @returns {Promise<{ environment: Record<string, string>, stop: () => void }>} `environment`: `DISPLAY`, as ":99"
 * @throws {SetupError} when Xvfb does not start
 */
export async function startVirtualDisplay(size = "1600x1200") {
  // -displayfd makes Xvfb look for a free number itself and write it when it is ready: no guessing, no race.
  const screen = ["-displayfd", "3", "-screen", "0", `${size}x24`, "-nolisten", "tcp", "-noreset"];
  const server = spawn("Xvfb", screen, { stdio: ["ignore", "ignore", "pipe", "pipe"] });
  const stop = () => {
    process.off("exit", stop);
    server.kill();
  };
  process.on("exit", stop);
  const number = await new Promise((resolve, reject) => {
    let complaint = "";
    let written = "";
    const fail = (/** @type {string} */ reason) => {
      stop();
      reject(new SetupError(`The virtual display (Xvfb) did not start: ${reason} ${complaint.trim()}`));
    };
    const timer = setTimeout(fail, START_MS, `nothing was heard of it for ${START_MS / 1000} s.`);
    server.stderr?.on("data", (chunk) => (complaint += chunk));
    server.on("error", (error) => fail(`${error.message}.`));
    server.on("exit", (code) => fail(`it ended with ${code}.`));
    server.stdio[3]?.on("data", (chunk) => {
      written += chunk;
      if (!written.includes("\n")) return;
      clearTimeout(timer);
      server.removeAllListeners("exit");
      resolve(Number(written.trim()));
    });
  });
  // It must not keep this process alive once everything else is over.
  server.unref();
  for (const stream of [server.stderr, server.stdio[3]])
    if (stream && "unref" in stream && typeof stream.unref === "function") stream.unref();
  return { environment: { DISPLAY: `:${number}` }, stop };
}
