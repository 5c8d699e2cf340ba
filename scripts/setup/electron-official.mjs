// The official Electron runtime, fetched by the electron package's own means: @electron/get downloads and verifies it,
// and the package's install.js unpacks it into node_modules/electron/dist. A host that cannot be reached is known in
// seconds, and is then left alone for a day, so that no start waits for it.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { cacheFolder } from "./cache-folder.mjs";
import { say, step } from "./progress.mjs";
import { inProject } from "./project.mjs";
import { run } from "./run.mjs";

/** How long the host may take to send its first byte, and how long it may pause later, in ms. */
const FIRST_BYTE_MS = 8_000;
const STALL_MS = 30_000;

/** How long a host that could not be reached is left alone, in ms. */
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

const packageFolder = inProject("node_modules", "electron");

/** The version of the electron package that is installed, as "45.4.1". */
function packageVersion() {
  return String(JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")).version);
}

/** The folder of the official runtime when it is completely unpacked, else undefined. */
export function installedOfficialRuntime() {
  const dist = join(packageFolder, "dist");
  try {
    const version = readFileSync(join(dist, "version"), "utf8").replace(/^v/, "").trim();
    const executable = readFileSync(join(packageFolder, "path.txt"), "utf8");
    return version === packageVersion() && existsSync(join(dist, executable)) ? dist : undefined;
  } catch {
    return undefined;
  }
}

/** The note that says when the download host last could not be reached. */
const failureNote = () => join(cacheFolder(), "official-download-failed.json");

/**
 * Whether the download failed for this version less than a day ago.
 * @param {number} now ms since 1970
 */
export function failedLately(now) {
  try {
    const note = JSON.parse(readFileSync(failureNote(), "utf8"));
    const age = now - Number(note.at);
    return note.version === packageVersion() && age >= 0 && age < RETRY_AFTER_MS;
  } catch {
    return false;
  }
}

/** Downloads the zip into Electron's own cache, giving up on a silent host. Throws what @electron/get throws. */
async function download() {
  const { downloadArtifact } = await import("@electron/get");
  const require = createRequire(import.meta.url);
  const abort = new AbortController();
  const giveUp = () => abort.abort(new Error("the download host does not answer"));
  let silence = setTimeout(giveUp, FIRST_BYTE_MS);
  try {
    await downloadArtifact({
      version: packageVersion(),
      artifactName: "electron",
      platform: process.platform,
      arch: process.arch,
      checksums: require("electron/checksums.json"),
      downloadOptions: {
        signal: abort.signal,
        quiet: true,
        getProgressCallback: async () => {
          clearTimeout(silence);
          silence = setTimeout(giveUp, STALL_MS);
        },
      },
    });
  } finally {
    clearTimeout(silence);
  }
}

/**
 * The innermost message of an error: `fetch` hides the reason in its cause.
 * @param {unknown} error
 * @returns {string}
 */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}

/**
 * Fetches and unpacks the official runtime.
 * @returns {Promise<string | undefined>} its folder, or undefined when it could not be had (said, and noted for a day)
 */
export async function fetchOfficialRuntime() {
  const label = `Fetching Electron ${packageVersion()} from its download host`;
  try {
    return await step(label, async () => {
      await download();
      const { code, output } = await run(process.execPath, [join(packageFolder, "install.js")], { quiet: true });
      const dist = installedOfficialRuntime();
      if (code !== 0 || dist === undefined) throw new Error(`unpacking it failed: ${output.trim()}`);
      rmSync(failureNote(), { force: true });
      return dist;
    });
  } catch (error) {
    const reason = reasonOf(error);
    say(
      `The official Electron could not be fetched (${reason}); it is tried again after a day, or with npm run setup.`,
    );
    mkdirSync(cacheFolder(), { recursive: true });
    writeFileSync(failureNote(), JSON.stringify({ version: packageVersion(), at: Date.now(), reason }));
    return undefined;
  }
}
