// What is done to every packaged app before it is signed: what only the development runtime needs is taken out, and the
// fuses are set, so that the shipped binary is an app and no longer a Node for whoever finds it.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setFuses } from "./fuses.mjs";

/**
 * The packaged executable, or on macOS the bundle.
 * @param {import("electron-builder").AfterPackContext} context
 */
function executableOf({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo;
  if (electronPlatformName === "win32") return join(appOutDir, `${productFilename}.exe`);
  if (electronPlatformName === "linux")
    return join(appOutDir, packager.config.linux?.executableName ?? productFilename);
  return join(appOutDir, `${productFilename}.app`);
}

/**
 * electron-builder calls this once for each packaged folder.
 * @param {import("electron-builder").AfterPackContext} context
 */
export default async function afterPack(context) {
  const executable = executableOf(context);
  const isLinux = context.electronPlatformName === "linux";
  const isMac = !isLinux && context.electronPlatformName !== "win32";
  const resources = isMac ? join(executable, "Contents", "Resources") : join(context.appOutDir, "resources");
  await rm(join(resources, "default_app.asar"), { force: true });
  await rm(join(context.appOutDir, "spinscope-runtime.json"), { force: true });
  await setFuses(executable, { hasAsarIntegrity: !isLinux, isMac });
}
