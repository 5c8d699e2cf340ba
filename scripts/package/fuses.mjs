// The fuses of a packaged Spinscope: switches in Electron's binary itself, which nothing outside of it can turn back.
// Fuses that this table does not know (Electron 45 has one more, for WebAssembly's trap handlers) stay as Electron ships
// them.
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from "@electron/fuses";

/**
 * Each fuse with the state it must have.
 * @param {{ hasAsarIntegrity: boolean }} platform Linux has no ASAR integrity: a fuse that says otherwise would promise
 *   what is not there
 * @returns {Record<FuseV1Options, boolean>}
 */
const fusesFor = ({ hasAsarIntegrity }) => ({
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: hasAsarIntegrity,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
});

/** As the binary writes them. @param {boolean} on */
const written = (on) => (on ? "1" : "0").charCodeAt(0);

/**
 * Sets the fuses and reads them back.
 * @param {string} executable absolute; on macOS the bundle
 * @param {{ hasAsarIntegrity: boolean, isMac: boolean }} platform
 * @throws {Error} when the binary does not say afterwards what it was told
 */
export async function setFuses(executable, { hasAsarIntegrity, isMac }) {
  const fuses = fusesFor({ hasAsarIntegrity });
  await flipFuses(executable, { version: FuseVersion.V1, resetAdHocDarwinSignature: isMac, ...fuses });
  const wire = new Map(Object.entries(await getCurrentFuseWire(executable)));
  for (const [fuse, on] of Object.entries(fuses)) {
    if (wire.get(fuse) !== written(on)) {
      throw new Error(`${executable} says ${wire.get(fuse)} for fuse ${fuse}, not ${written(on)}: do not ship it.`);
    }
  }
}
