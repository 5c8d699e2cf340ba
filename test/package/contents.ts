/**
 * What lies in the package: what was built and nothing else, with the fuses of an app, and how much it weighs.
 */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { listPackage } from "@electron/asar";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { describe, expect, it } from "vitest";
import { bytesOverRuntime } from "../../scripts/package/size-over-runtime.mjs";

/** Bytes. */
const mostOverRuntime = 5_000_000;

export function describeContents(folder: () => string, runtime: () => string): void {
  const inside = (...path: string[]) => join(folder(), ...path);

  describe("its contents", () => {
    it("are where the command says, on its last line", () => {
      expect(basename(folder())).toBe("linux-unpacked");
      expect(existsSync(inside("spinscope"))).toBe(true);
    });

    it("are what was built and the window's icon, and nothing of node_modules or the sources", () => {
      const files = listPackage(inside("resources", "app.asar"), { isPack: false });
      expect(files).toContain("/out/app/main/main.cjs");
      expect(files).toContain("/out/app/preload/preload.cjs");
      expect(files).toContain("/out/app/utility/thread-worker.cjs");
      expect(files).toContain("/out/app/renderer/index.html");
      expect(files).toContain("/assets/linux/app/256x256.png");
      const expected = /^\/(package\.json|out(\/app(\/.*)?)?|assets(\/linux(\/app(\/256x256\.png)?)?)?)$/;
      expect(files.filter((file) => !expected.test(file))).toEqual([]);
    });

    it("are all inside the archive, threads too", () => {
      expect(existsSync(inside("resources", "app.asar.unpacked"))).toBe(false);
    });

    it("hold nothing of the development runtime's own", () => {
      expect(existsSync(inside("resources", "default_app.asar"))).toBe(false);
      expect(existsSync(inside("resources", "app"))).toBe(false);
      expect(existsSync(inside("spinscope-runtime.json"))).toBe(false);
    });

    it("weigh at most 5 MB over the bare runtime", () => {
      const bytes = bytesOverRuntime({ packaged: folder(), executable: "spinscope", runtime: runtime() });
      expect(bytes).toBeLessThanOrEqual(mostOverRuntime);
      expect(bytes).toBeGreaterThan(0);
    });

    it("have their fuses set: an app, and no Node for whoever finds it", async () => {
      const { version: _, ...wire } = await getCurrentFuseWire(inside("spinscope"));
      // The wire says "1" for on and "0" for off.
      const states = Object.entries(wire).map(([fuse, state]) => [
        FuseV1Options[Number(fuse)] ?? fuse,
        String.fromCharCode(Number(state)),
      ]);
      expect(Object.fromEntries(states)).toMatchObject({
        RunAsNode: "0",
        EnableCookieEncryption: "1",
        EnableNodeOptionsEnvironmentVariable: "0",
        EnableNodeCliInspectArguments: "0",
        // There is none on Linux.
        EnableEmbeddedAsarIntegrityValidation: "0",
        OnlyLoadAppFromAsar: "1",
        LoadBrowserProcessSpecificV8Snapshot: "0",
        GrantFileProtocolExtraPrivileges: "0",
      });
    });
  });
}
