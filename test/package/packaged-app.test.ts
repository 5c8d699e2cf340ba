// The packaged app, as a person gets it: made by the command, looked into, and run. Its fuses keep every driver out, so
// it is judged by its output and its exit code.
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { listPackage } from "@electron/asar";
import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { beforeAll, describe, expect, it } from "vitest";
import { electronSwitches } from "../../scripts/setup/electron-arguments.mjs";
import { projectFolder } from "../../scripts/setup/project.mjs";

const run = promisify(execFile);
const MINUTE = 60_000;

/** The command's target on this system; elsewhere than on Linux the folder's layout is another. */
const platform = { darwin: "--mac", win32: "--win" }[String(process.platform)] ?? "--linux";

describe.runIf(platform === "--linux")("the packaged app", () => {
  let folder = "";
  const executable = () => join(folder, "spinscope");
  const resource = (name: string) => join(folder, "resources", name);

  beforeAll(async () => {
    const command = [join(projectFolder, "scripts", "package.mjs"), platform, "dir"];
    const { stdout } = await run(process.execPath, command, { cwd: projectFolder });
    folder = stdout.trim().split("\n").at(-1) ?? "";
  }, 5 * MINUTE);

  it("is where the command says, on its last line", () => {
    expect(basename(folder)).toBe("linux-unpacked");
    expect(existsSync(executable())).toBe(true);
  });

  it("holds what was built and nothing of node_modules or the sources", () => {
    const files = listPackage(resource("app.asar"), { isPack: false }).map((file) => file.replaceAll("\\", "/"));
    expect(files).toContain("/out/app/main/main.cjs");
    expect(files).toContain("/out/app/preload/preload.cjs");
    expect(files).toContain("/out/app/utility/thread-worker.cjs");
    expect(files).toContain("/out/app/renderer/index.html");
    const strange = files.filter((file) => !/^\/(package\.json|out(\/app(\/.*)?)?)$/.test(file));
    expect(strange).toEqual([]);
  });

  it("holds nothing of the development runtime's own", () => {
    expect(existsSync(resource("default_app.asar"))).toBe(false);
    expect(existsSync(resource("app"))).toBe(false);
    expect(existsSync(join(folder, "spinscope-runtime.json"))).toBe(false);
  });

  it("has its fuses set: an app, and no Node for whoever finds it", async () => {
    const wire = await getCurrentFuseWire(executable());
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    for (const fuse of off) expect([fuse, wire[fuse]]).toEqual([fuse, FuseState.DISABLE]);
    for (const fuse of [FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableCookieEncryption]) {
      expect([fuse, wire[fuse]]).toEqual([fuse, FuseState.ENABLE]);
    }
  });

  it(
    "runs both spinners to their answers, and ends",
    async () => {
      const data = mkdtempSync(join(tmpdir(), "spinscope-package-"));
      try {
        const args = [...electronSwitches({ virtualDisplay: true }), `--user-data-dir=${data}`, "--demo"];
        const { stdout } = await run(executable(), args, { cwd: data, timeout: MINUTE });
        expect(stdout.match(/Answer: 42/g)).toHaveLength(2);
      } finally {
        rmSync(data, { recursive: true, force: true });
      }
    },
    2 * MINUTE,
  );

  it(
    "does not run as Node, whatever its environment says",
    async () => {
      const environment = { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
      const data = mkdtempSync(join(tmpdir(), "spinscope-package-"));
      try {
        const args = [
          ...electronSwitches({ virtualDisplay: true }),
          `--user-data-dir=${data}`,
          "--demo",
          "--eval=console.log('node')",
        ];
        const { stdout } = await run(executable(), args, { cwd: data, env: environment, timeout: MINUTE });
        expect(stdout).not.toMatch(/^node$/m);
      } finally {
        rmSync(data, { recursive: true, force: true });
      }
    },
    2 * MINUTE,
  );
});
