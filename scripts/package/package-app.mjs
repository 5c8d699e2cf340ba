// Runs electron-builder over the built app and tells what it made.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { SetupError, say, step } from "../setup/progress.mjs";
import { inProject, projectFolder } from "../setup/project.mjs";
import { run } from "../setup/run.mjs";
import { bytesOverRuntime } from "./size-over-runtime.mjs";

const FOLDER = "out/package";

/** The builder's notes to itself, which nobody asked for. */
const NOTE = /^builder-.*\.ya?ml$|^latest.*\.yml$|\.blockmap$|^\./;

/**
 * What lies in the output folder: the archives and installers, or where there are none, the unpacked folders.
 * @returns {string[]} paths relative to the checkout
 */
function whatWasMade() {
  const entries = readdirSync(inProject(FOLDER), { withFileTypes: true }).filter((entry) => !NOTE.test(entry.name));
  const files = entries.filter((entry) => entry.isFile());
  return (files.length > 0 ? files : entries).map((entry) => `${FOLDER}/${entry.name}`).toSorted();
}

/**
 * Says what the package weighs beyond the bare runtime, where both can be compared.
 * @param {string} runtime absolute
 */
function saySize(runtime) {
  const packaged = inProject(FOLDER, "linux-unpacked");
  if (process.platform !== "linux" || !existsSync(packaged)) return;
  const megabytes = bytesOverRuntime({ packaged, executable: "spinscope", runtime }) / 1e6;
  say(`${megabytes.toFixed(2)} MB over the bare runtime`);
}

/**
 * @param {readonly string[]} args electron-builder's own, as `--linux dir`
 * @param {import("../setup/setup.mjs").Prepared} prepared
 * @returns {Promise<string[]>} paths relative to the checkout
 * @throws {SetupError} when the builder fails; its own words go before
 */
export async function packageApp(args, { runtimeKind, runtimeFolder }) {
  rmSync(inProject(FOLDER), { recursive: true, force: true });
  const builder = inProject("node_modules", "electron-builder", "cli.js");
  // The official runtime is left to the builder, which can fetch that of another platform, too.
  const runtime = runtimeKind === "official" ? [] : [`--config.electronDist=${runtimeFolder}`];
  const everything = [builder, ...args, "--publish", "never", "--config", "electron-builder.yml", ...runtime];
  const { code } = await step("Packaging with electron-builder", () =>
    run(process.execPath, everything, { cwd: projectFolder }),
  );
  if (code !== 0) throw new SetupError(`electron-builder ended with ${code}; its own words are above.`);
  saySize(runtimeFolder);
  return whatWasMade();
}
