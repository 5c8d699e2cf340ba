// The packaged app, as a person gets it: made by the command, looked into, and run. Its fuses keep every driver out, so
// it is judged by its output and its exit code.
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { listPackage } from "@electron/asar";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { electronSwitches } from "../../scripts/setup/electron-arguments.mjs";
import { projectFolder } from "../../scripts/setup/project.mjs";

const run = promisify(execFile);
const MINUTE = 60_000;
vi.setConfig({ testTimeout: 2 * MINUTE, hookTimeout: 5 * MINUTE });

describe("the packaged app for Linux", () => {
  let folder = "";
  const inside = (...path: string[]) => join(folder, ...path);

  beforeAll(async () => {
    const command = [join(projectFolder, "scripts", "package.mjs"), "--linux", "dir"];
    const { stdout } = await run(process.execPath, command, { cwd: projectFolder });
    folder = stdout.trim().split("\n").at(-1) ?? "";
  });

  /** Runs its demo with a data folder of its own; gives its standard output. */
  async function runDemo(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const data = mkdtempSync(join(tmpdir(), "spinscope-package-"));
    try {
      const everything = [...electronSwitches({ virtualDisplay: true }), `--user-data-dir=${data}`, "--demo", ...args];
      const options = { cwd: data, env: { ...process.env, ...environment }, timeout: MINUTE };
      return (await run(inside("spinscope"), everything, options)).stdout;
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  }

  it("is where the command says, on its last line", () => {
    expect(basename(folder)).toBe("linux-unpacked");
    expect(existsSync(inside("spinscope"))).toBe(true);
  });

  it("holds what was built, and nothing of node_modules or the sources", () => {
    const files = listPackage(inside("resources", "app.asar"), { isPack: false });
    expect(files).toContain("/out/app/main/main.cjs");
    expect(files).toContain("/out/app/preload/preload.cjs");
    expect(files).toContain("/out/app/utility/thread-worker.cjs");
    expect(files).toContain("/out/app/renderer/index.html");
    expect(files.filter((file) => !/^\/(package\.json|out(\/app(\/.*)?)?)$/.test(file))).toEqual([]);
  });

  it("holds nothing of the development runtime's own", () => {
    expect(existsSync(inside("resources", "default_app.asar"))).toBe(false);
    expect(existsSync(inside("resources", "app"))).toBe(false);
    expect(existsSync(inside("spinscope-runtime.json"))).toBe(false);
  });

  it("has its fuses set: an app, and no Node for whoever finds it", async () => {
    const wire = await getCurrentFuseWire(inside("spinscope"));
    // The wire says "1" for on and "0" for off.
    const state = (fuse: FuseV1Options) => String.fromCharCode(wire[fuse] ?? 0);
    expect(state(FuseV1Options.RunAsNode)).toBe("0");
    expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe("0");
    expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe("0");
    expect(state(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe("0");
    expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe("1");
    expect(state(FuseV1Options.EnableCookieEncryption)).toBe("1");
  });

  it("runs both spinners to their answers, and ends", async () => {
    expect((await runDemo([])).match(/Answer: 42/g)).toHaveLength(2);
  });

  it.each(["--remote-debugging-port=0", "--remote-debugging-pipe"])("does not start with %s", async (debugging) => {
    await expect(runDemo([debugging])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("can't be debugged from outside"),
    });
  });

  it("does not run as Node, whatever its environment says", async () => {
    const stdout = await runDemo(["--eval=console.log('node')"], { ELECTRON_RUN_AS_NODE: "1" });
    expect(stdout).not.toMatch(/^node$/m);
  });
});
