// How the page is built: files only, nothing inline, so that a content security policy of 'self' holds; names without
// hashes, so that the app's protocol can answer an exact list of paths.
import { inProject } from "../setup/project.mjs";
import { lineTransform } from "./line-transform-plugin.mjs";
import { listingTokens } from "./listing-tokens-plugin.mjs";
import { programImports } from "./program-imports.mjs";

/** File names of whatever is built: stable, flat, by kind. */
const output = {
  keepNames: true,
  entryFileNames: "[name].js",
  chunkFileNames: "shared/[name].js",
  assetFileNames: "assets/[name][extname]",
};

/** @returns {import("vite").InlineConfig} */
export function rendererConfig() {
  return {
    configFile: false,
    root: inProject("renderer"),
    base: "/",
    logLevel: "warn",
    publicDir: false,
    plugins: [lineTransform(), listingTokens()],
    resolve: { alias: programImports },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    worker: {
      format: "es",
      plugins: () => [lineTransform()],
      rolldownOptions: { output: { ...output, entryFileNames: "workers/[name].js" } },
    },
    build: {
      outDir: inProject("out", "app", "renderer"),
      emptyOutDir: true,
      target: "chrome130",
      minify: false,
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: false,
      reportCompressedSize: false,
      // How long our own plugins take is no concern of whoever starts the app.
      rolldownOptions: { output, checks: { pluginTimings: false } },
    },
  };
}
