// What Electron needs of a bare Debian or Ubuntu, and whether it is installed. Read from dpkg's own status file, since
// asking dpkg-query would cost every start a process.
import { readFileSync } from "node:fs";

/**
 * One thing that is needed, under each of its package's names: newer releases renamed some for their 64-bit time.
 * @typedef {{ names: readonly string[], purpose: "library" | "display" | "font" }} Need
 */

/** @type {readonly Need[]} */
export const needs = [
  { names: ["libgtk-3-0", "libgtk-3-0t64"], purpose: "library" },
  { names: ["libnss3"], purpose: "library" },
  { names: ["libasound2", "libasound2t64"], purpose: "library" },
  { names: ["libgbm1"], purpose: "library" },
  { names: ["libxss1"], purpose: "library" },
  { names: ["libxtst6"], purpose: "library" },
  { names: ["libatk-bridge2.0-0", "libatk-bridge2.0-0t64"], purpose: "library" },
  { names: ["libdrm2"], purpose: "library" },
  { names: ["xvfb"], purpose: "display" },
  { names: ["xauth"], purpose: "display" },
  { names: ["fonts-dejavu-core"], purpose: "font" },
  { names: ["fonts-noto-cjk"], purpose: "font" },
];

/**
 * The names of the packages that a dpkg status file calls installed.
 * @param {string} status the text of /var/lib/dpkg/status
 * @returns {Set<string>}
 */
export function installedPackages(status) {
  const names = new Set();
  for (const paragraph of status.split("\n\n")) {
    if (!/^Status: \S+ \S+ installed$/m.test(paragraph)) continue;
    const name = /^Package: (\S+)$/m.exec(paragraph)?.[1];
    if (name !== undefined) names.add(name);
  }
  return names;
}

/**
 * The needs that no installed package meets.
 * @param {ReadonlySet<string>} installed
 */
export function unmetNeeds(installed) {
  return needs.filter((need) => !need.names.some((name) => installed.has(name)));
}

/** Whether this is Debian or one of its descendants, by /etc/os-release. */
export function isDebianLike() {
  try {
    return /^(ID|ID_LIKE)=.*\b(debian|ubuntu)\b/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}

/** What this machine lacks. @returns {Need[]} */
export function readUnmetNeeds() {
  return unmetNeeds(installedPackages(readFileSync("/var/lib/dpkg/status", "utf8")));
}
