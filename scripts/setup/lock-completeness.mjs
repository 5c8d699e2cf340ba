// Packages for other platforms in package-lock.json. npm leaves an optional package out of the lock when the registry in
// reach does not offer it, and `npm ci` then refuses that very lock, on every machine. So each must have its entry.

/**
 * @typedef {{ version?: string, optional?: boolean, dev?: boolean, os?: string[], cpu?: string[], libc?: string[],
 *   optionalDependencies?: Record<string, string> }} LockEntry
 * @typedef {{ packages: Record<string, LockEntry> }} Lock
 */

/**
 * The optional packages that the lock's packages ask for and that have no entry.
 * @param {Lock} lock
 * @returns {[name: string, version: string][]}
 */
export function missingOptionalPackages({ packages }) {
  const present = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, "")));
  return Object.values(packages)
    .flatMap((entry) => Object.entries(entry.optionalDependencies ?? {}))
    .filter(([name]) => !present.has(name));
}

/**
 * An entry for a platform's binary, read from its name as napi packages are named: `…-linux-arm64-musl`. npm passes over
 * it where the platform is another, and fetches it by its version where it is this one.
 * @param {string} name
 * @param {string} version
 * @returns {LockEntry}
 */
function platformEntry(name, version) {
  const [os = "", cpu = ""] =
    /-((?:android|darwin|freebsd|linux|openharmony|win32)-.*)$/.exec(name)?.[1]?.split("-") ?? [];
  if (cpu === "") throw new Error(`${name} does not say its platform: write its entry in package-lock.json by hand.`);
  const libc = os === "linux" ? { libc: [name.includes("musl") ? "musl" : "glibc"] } : {};
  return { version, cpu: [cpu], dev: true, ...libc, optional: true, os: [os] };
}

/**
 * The lock with an entry for each optional package that lacks one, in npm's order.
 * @param {Lock} lock
 * @returns {Lock}
 */
export function completeLock(lock) {
  const added = missingOptionalPackages(lock).map(([name, version]) => [
    `node_modules/${name}`,
    platformEntry(name, version),
  ]);
  const entries = [...Object.entries(lock.packages), ...added];
  const sorted = entries.toSorted(([a], [b]) => String(a).localeCompare(String(b), "en"));
  return { ...lock, packages: Object.fromEntries(sorted) };
}
