// The set-up as commands ask for it: each step looks whether it is done, and does it if not. With everything done it
// costs a few hundredths of a second and says nothing.
import { ensureDependencies } from "./dependencies.mjs";
import { SetupError, say } from "./progress.mjs";
import { endOnSignals } from "./signals.mjs";

/**
 * @typedef {object} Prepared
 * @property {NodeJS.ProcessEnv} environment for every process that launches Electron
 * @property {string} executable Electron's, absolute
 * @property {string} runtimeFolder where it is unpacked, absolute
 * @property {"named" | "official" | "fallback"} runtimeKind
 * @property {boolean} virtualDisplay whether the display in `environment` is one of ours
 */

/** Sets up what plain Node commands need: the dependencies. */
export async function setUpForNode() {
  await ensureDependencies();
}

/**
 * Sets up what opening a window needs: dependencies, an Electron runtime, system packages, a display.
 * @param {{ retryOfficial?: boolean }} [options]
 * @returns {Promise<Prepared>}
 */
export async function setUpForElectron(options = {}) {
  await ensureDependencies();
  const { ensureElectronRuntime, runtimeEnvironment } = await import("./electron-runtime.mjs");
  const { ensureSystemPackages } = await import("./system-packages.mjs");
  const { hasDisplay, startVirtualDisplay } = await import("./display.mjs");
  const { adviseOnSandbox } = await import("./user-namespaces.mjs");
  const runtime = await ensureElectronRuntime(options);
  await ensureSystemPackages(runtime.executable);
  adviseOnSandbox(runtime.folder);
  const virtualDisplay = !hasDisplay();
  const display = virtualDisplay ? (await startVirtualDisplay()).environment : {};
  return {
    environment: { ...process.env, ...runtimeEnvironment(runtime), ...display },
    executable: runtime.executable,
    runtimeFolder: runtime.folder,
    runtimeKind: runtime.kind,
    virtualDisplay,
  };
}

/**
 * Ends the process once what was written has been read: an exit at once can cut a pipe short.
 * @param {number} code
 */
function exitWith(code) {
  process.stdout.write("", () => process.exit(code));
}

/**
 * Runs a command and ends the process with its exit code. A refused set-up is said plainly and ends with 1.
 * @param {() => Promise<number>} command gives the exit code
 */
export async function runCommand(command) {
  endOnSignals();
  try {
    exitWith(await command());
  } catch (error) {
    say(error instanceof SetupError ? error.message : String(error instanceof Error ? error.stack : error));
    exitWith(1);
  }
}
