// Chromium's sandbox needs user namespaces or a setuid helper. Ubuntu 23.10 and later may refuse the first to a plain
// user; the remedy is said, and the sandbox is never switched off.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { say } from "./progress.mjs";

/** @param {string} name below /proc/sys @returns {string | undefined} the setting, undefined where there is none */
function kernelSetting(name) {
  try {
    return readFileSync(join("/proc/sys", name), "utf8").trim();
  } catch {
    return undefined;
  }
}

/** @param {string} helper absolute path of chrome-sandbox */
function isSetuidRoot(helper) {
  try {
    const { uid, mode } = statSync(helper);
    return uid === 0 && (mode & 0o4000) !== 0;
  } catch {
    return false;
  }
}

/**
 * Says how to let Chromium's sandbox work where a plain user is refused user namespaces.
 * @param {string} runtimeFolder Electron's, absolute
 */
export function adviseOnSandbox(runtimeFolder) {
  if (process.platform !== "linux" || process.getuid?.() === 0) return;
  const refused =
    kernelSetting("kernel/apparmor_restrict_unprivileged_userns") === "1" ||
    kernelSetting("kernel/unprivileged_userns_clone") === "0" ||
    kernelSetting("user/max_user_namespaces") === "0";
  const helper = join(runtimeFolder, "chrome-sandbox");
  if (!refused || isSetuidRoot(helper)) return;
  say(
    "This system may refuse Chromium's sandbox to a plain user. If the window does not open, allow it once with\n\n" +
      `  sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"\n`,
  );
}
