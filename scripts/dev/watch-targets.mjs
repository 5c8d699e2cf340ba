// Builds the app's targets and builds again whatever a change of a source touches.
import { build } from "vite";
import { groups } from "../build/groups.mjs";
import { targets } from "../build/targets.mjs";
import { say } from "../setup/progress.mjs";

/** @typedef {import("../build/targets.mjs").TargetName} TargetName */

/**
 * Builds one target and watches its sources.
 * @param {TargetName} name
 * @param {import("vite").InlineConfig} config
 * @param {(name: TargetName) => void} rebuilt told after each build but the first
 * @returns {Promise<void>} settled after the first build, also a failed one: the next change may mend it
 */
async function watchTarget(name, config, rebuilt) {
  const watcher = await build({ ...config, build: { ...config.build, watch: {}, sourcemap: "inline" } });
  if (!("on" in watcher)) throw new Error(`Vite does not watch ${name}.`);
  let first = true;
  await new Promise((resolve) => {
    watcher.on("event", (event) => {
      if (event.code === "ERROR") say(`${name}: ${event.error.message}`);
      if (event.code === "END" && !first) rebuilt(name);
      if (event.code !== "END" && event.code !== "ERROR") return;
      first = false;
      resolve(undefined);
    });
  });
}

/**
 * @param {(name: TargetName) => void} rebuilt
 * @returns {Promise<void>} settled when every target was built once
 */
export async function watchApp(rebuilt) {
  for (const name of groups.app.targets) {
    const config = targets[name]();
    if (config) await watchTarget(name, config, rebuilt);
  }
}
