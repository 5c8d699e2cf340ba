// How code for Node, and for Electron's Node processes, is built: CommonJS files with everything inside but Node and
// Electron themselves, so that they run from inside an app.asar and from a checkout alike.
import { builtinModules } from "node:module";
import { inProject, projectFolder } from "../setup/project.mjs";
import { lineTransform } from "./line-transform-plugin.mjs";
import { programImports } from "./program-imports.mjs";

/** Node itself and Electron, by every name they are imported under; and Playwright, which one benchmark drives the app with. */
const outside = ["electron", /^electron\//, /^node:/, "playwright", ...builtinModules];

/**
 * @param {object} target
 * @param {Record<string, string>} target.entries name of the output file, without `.cjs`, to the entry in the checkout
 * @param {string} target.folder the output folder in the checkout
 * @param {boolean} [target.alone] one self-contained file: a sandboxed preload cannot load a second one
 * @returns {import("vite").InlineConfig}
 */
export function nodeConfig({ entries, folder, alone = false }) {
  return {
    configFile: false,
    root: projectFolder,
    logLevel: "warn",
    publicDir: false,
    plugins: [lineTransform()],
    resolve: { alias: programImports },
    ssr: { target: "node", noExternal: true },
    build: {
      ssr: true,
      outDir: inProject(folder),
      emptyOutDir: true,
      target: "node20.18",
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: entries,
        external: outside,
        output: {
          format: "cjs",
          // Programs are known by their functions' names (`Thread-1 (spin)`): bundling must not rename them.
          keepNames: true,
          entryFileNames: "[name].cjs",
          chunkFileNames: "shared/[name].cjs",
          codeSplitting: !alone,
        },
      },
    },
  };
}
