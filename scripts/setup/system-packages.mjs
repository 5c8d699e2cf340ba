// Step: on Linux, the system libraries, the virtual display and the fonts that Electron needs are installed. As root on
// Debian or Ubuntu they are installed; anybody else is told the exact command, and only if something is really missing.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { isDebianLike, readUnmetNeeds } from "./debian-packages.mjs";
import { hasDisplay } from "./display.mjs";
import { SetupError, say, step } from "./progress.mjs";
import { run } from "./run.mjs";
import { missingLibraries } from "./shared-libraries.mjs";

/** @typedef {import("./debian-packages.mjs").Need} Need */

/** apt must ask nothing: there may be nobody to answer. */
const aptEnvironment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };

/** @param {string} name of a program @returns {boolean} whether it is in the PATH */
function isInPath(name) {
  return (process.env["PATH"] ?? "").split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/**
 * The name under which this release has what is needed: of several, the newest that apt knows.
 * @param {Need} need
 */
async function packageName(need) {
  for (const name of need.names.toReversed()) {
    const { code } = await run("apt-cache", ["show", "--quiet", name], { quiet: true });
    if (code === 0) return name;
  }
  return need.names[0] ?? "";
}

/** @param {readonly string[]} packages */
const installArguments = (packages) => ["install", "--yes", "--no-install-recommends", ...packages];

/** @param {readonly Need[]} unmet */
async function installAsRoot(unmet) {
  const { code, output } = await step("Reading Debian's package lists (apt-get update)", () =>
    run("apt-get", ["update"], { quiet: true, env: aptEnvironment }),
  );
  if (code !== 0) say(`apt-get update ended with ${code}; going on with the lists that are there.\n${output.trim()}`);
  const packages = await Promise.all(unmet.map(packageName));
  const installed = await step(`Installing ${packages.join(" ")} (apt-get install)`, () =>
    run("apt-get", installArguments(packages), { quiet: true, env: aptEnvironment }),
  );
  const left = readUnmetNeeds().filter((need) => need.purpose !== "font");
  if (installed.code === 0 || left.length === 0) return;
  throw new SetupError(
    `apt-get could not install what Electron needs:\n${installed.output.trim()}\n` +
      `Repair apt, or install it by hand: apt-get ${installArguments(packages).join(" ")}`,
  );
}

/**
 * What cannot be done without: libraries that the loader does not find, and a virtual display where there is no other.
 * @param {string} executable Electron's
 */
async function reallyMissing(executable) {
  const display = hasDisplay() || isInPath("Xvfb") ? [] : ["Xvfb (a virtual display, since there is no other)"];
  return [...(await missingLibraries(executable)), ...display];
}

/**
 * Makes sure of the system's part.
 * @param {string} executable Electron's, absolute
 * @returns {Promise<void>}
 * @throws {SetupError} with the exact command, when something is missing that we may not install
 */
export async function ensureSystemPackages(executable) {
  if (process.platform !== "linux") return;
  if (!isDebianLike()) {
    const missing = await reallyMissing(executable);
    if (missing.length === 0) return;
    throw new SetupError(
      `Electron needs what this system lacks: ${missing.join(", ")}. Install the packages that hold them.`,
    );
  }
  const unmet = readUnmetNeeds();
  if (unmet.length === 0) return;
  if (process.getuid?.() === 0) return installAsRoot(unmet);
  const missing = await reallyMissing(executable);
  if (missing.length === 0) return;
  const packages = await Promise.all(unmet.map(packageName));
  throw new SetupError(
    `Electron needs system packages that are not installed (missing: ${missing.join(", ")}). Install them with\n\n` +
      `  sudo apt-get update && sudo apt-get ${installArguments(packages).join(" ")}\n\nand run the command again.`,
  );
}
