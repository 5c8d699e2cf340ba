// What commands ask to be built, and which sources a group is made of. No bundler is imported here: deciding that
// nothing needs building must not cost its start.

/**
 * @typedef {"app" | "cli" | "conformance" | "bench"} GroupName
 * @typedef {object} Group
 * @property {readonly import("./targets.mjs").TargetName[]} targets
 * @property {readonly string[]} sources folders and files of the checkout
 * @property {string} folder where it is built
 */

const everywhere = ["package.json", "package-lock.json", "scripts/build", "core", "lessons"];

/** @type {Record<GroupName, Group>} */
export const groups = {
  app: {
    targets: ["main", "preload", "utility", "renderer"],
    sources: [...everywhere, "electron", "renderer"],
    folder: "out/app",
  },
  cli: { targets: ["cli"], sources: [...everywhere, "cli", "electron/node"], folder: "out/cli" },
  conformance: {
    targets: ["conformance"],
    sources: [...everywhere, "cli", "electron/node", "test/conformance", "test/support/threads"],
    folder: "out/conformance",
  },
  bench: {
    targets: ["bench"],
    sources: [...everywhere, "cli", "electron", "renderer", "test/bench", "test/support/threads"],
    folder: "out/bench",
  },
};
