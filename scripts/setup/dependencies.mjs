// Step: the npm packages of package-lock.json are installed in node_modules.
// Done means: npm finished (it writes `node_modules/.package-lock.json` last), what it installed is what the lock asks
// for, and every direct dependency is still there. The lock's hash in a stamp saves comparing the two locks each time.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { SetupError, step } from "./progress.mjs";
import { inProject, readManifest } from "./project.mjs";
import { runNpm } from "./run.mjs";

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockEntry */
/** @typedef {Record<string, LockEntry>} LockEntries */

/**
 * Whether what is installed satisfies the lock: every package that it demands is there, in its version. Packages for
 * other platforms are optional and may be absent.
 * @param {LockEntries} wanted the `packages` of package-lock.json
 * @param {LockEntries} installed the `packages` of node_modules/.package-lock.json
 */
export function satisfiesLock(wanted, installed) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link) return true;
    const have = installed[path];
    if (have === undefined) return entry.optional === true || entry.devOptional === true;
    return have.version === entry.version && have.integrity === entry.integrity;
  });
}

/**
 * Whether every direct dependency is in node_modules in the version that package.json names.
 * @param {string} nodeModules absolute path
 * @param {Record<string, string>} wanted name to exact version
 */
export function directDependenciesPresent(nodeModules, wanted) {
  return Object.entries(wanted).every(([name, version]) => {
    try {
      return JSON.parse(readFileSync(`${nodeModules}/${name}/package.json`, "utf8")).version === version;
    } catch {
      return false;
    }
  });
}

/** Whether the dependencies need no work. */
function dependenciesReady() {
  const manifest = readManifest();
  const nodeModules = inProject("node_modules");
  const lockText = readFileSync(inProject("package-lock.json"), "utf8");
  const lockHash = createHash("sha256").update(lockText).digest("hex");
  const stamp = `${nodeModules}/.spinscope-installed`;
  if (!directDependenciesPresent(nodeModules, { ...manifest.dependencies, ...manifest.devDependencies })) return false;
  const hiddenLock = `${nodeModules}/.package-lock.json`;
  if (!existsSync(hiddenLock)) return false;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockHash) return true;
  try {
    const installed = JSON.parse(readFileSync(hiddenLock, "utf8")).packages;
    if (!satisfiesLock(JSON.parse(lockText).packages, installed)) return false;
  } catch {
    return false;
  }
  writeFileSync(stamp, lockHash);
  return true;
}

/**
 * Installs the dependencies where they are missing, half installed or of another lock.
 * @returns {Promise<void>}
 * @throws {SetupError} when npm fails, with the remedy
 */
export async function ensureDependencies() {
  if (dependenciesReady()) return;
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--engine-strict=false"];
  const { code } = await step("Installing the dependencies with npm ci", () => runNpm(args, { cwd: inProject() }));
  if (code !== 0 || !dependenciesReady()) {
    throw new SetupError(
      `The dependencies could not be installed (npm ci ended with ${code}; its own words are above). ` +
        "Check that the npm registry can be reached (`npm ping`) and that this folder is writable, then run the command again.",
    );
  }
}
