/**
 * What somebody might do with an executable that people trust. Each attack is first made on the bare runtime, which
 * gives in: so it is known to work where the fuses do not stop it.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFolder } from "../../scripts/setup/project.mjs";
import { start, withFolder } from "./packaged-app.ts";
import { packagedTwin } from "./packaged-twin.ts";
import { portWatch } from "./port-watch.ts";

/** Writes a program that leaves `marker` behind when Node runs it, and goes on. */
function plantedProgram(folder: string, marker: string): string {
  const program = join(folder, "planted.cjs");
  writeFileSync(program, `require("node:fs").writeFileSync(${JSON.stringify(marker)}, "ran");\n`);
  return program;
}

/** In this time, ms, a planted app has run many times over. */
const longEnough = 10_000;

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(address)));
    });
  });
}

export function describeAttacks(packaged: () => string, bare: () => string): void {
  const executable = () => join(packaged(), "spinscope");
  const targets = [
    { name: "the bare runtime does", givesIn: true },
    { name: "the packaged app does not", givesIn: false },
  ];
  /** Runs the demo of the packaged app, or of the checkout's on the bare runtime, to its end or to the moment of `until`. */
  const demo = (
    givesIn: boolean,
    folder: string,
    args: readonly string[],
    { environment = {}, until = () => false }: { environment?: Record<string, string>; until?: () => boolean } = {},
  ) =>
    start(givesIn ? bare() : executable(), folder, {
      args: givesIn ? [projectFolder, "--demo", ...args] : ["--demo", ...args],
      environment,
      meanwhile: (_data, end) => {
        if (until()) end();
      },
    });

  describe.each(targets)("an attack that succeeds where it can: $name", ({ givesIn }) => {
    it("run a program as Node by ELECTRON_RUN_AS_NODE", async () => {
      await withFolder(async (folder) => {
        const marker = join(folder, "marker");
        const program = plantedProgram(folder, marker);
        // As Node it would take the first word for its program: the switches that an app needs come after it.
        await start(givesIn ? bare() : executable(), folder, {
          first: [program],
          args: ["--demo"],
          environment: { ELECTRON_RUN_AS_NODE: "1" },
        });
        expect(existsSync(marker)).toBe(givesIn);
      });
    });

    it("load a module by NODE_OPTIONS", async () => {
      await withFolder(async (folder) => {
        const marker = join(folder, "marker");
        const options = { NODE_OPTIONS: `--require ${plantedProgram(folder, marker)}` };
        const said = await demo(givesIn, folder, [], {
          environment: options,
          until: () => givesIn && existsSync(marker),
        });
        expect(existsSync(marker)).toBe(givesIn);
        if (!givesIn) expect(said).toMatchObject({ code: 0, stdout: expect.stringContaining("Answer: 42") });
      });
    });

    it.each(["--inspect", "--inspect-brk", "--remote-debugging-port"])("open a port by %s", async (name) => {
      await withFolder(async (folder) => {
        const port = await freePort();
        const watch = portWatch(port);
        const said = await start(givesIn ? bare() : executable(), folder, {
          args: [...(givesIn ? [projectFolder] : []), "--demo", `${name}=${port}`],
          meanwhile: (_data, end) => {
            watch.look();
            if (watch.wasOpen) end();
          },
        });
        expect(watch.wasOpen).toBe(givesIn);
        if (givesIn) return;
        expect(said).toMatchObject({ code: 1, stdout: "" });
        expect(said.stderr).toContain(`does not start with ${name}`);
        expect(said.stderr).not.toMatch(/listening on ws/i);
      });
    });
  });

  it.each([
    "remote-debugging-pipe",
    "remote-debugging-socket-name=spinscope",
    "ssl-key-log-file=FILE",
    "log-net-log=FILE",
    "gpu-launcher=touch FILE",
    "no-such-switch",
  ])("does not start with --%s, and leaves no file", async (written) => {
    await withFolder(async (folder) => {
      const file = join(folder, "written");
      const said = await demo(false, folder, [`--${written.replace("FILE", file)}`]);
      const [name] = written.split("=");
      expect(said).toMatchObject({ code: 1, stderr: expect.stringContaining(`does not start with --${name}:`) });
      expect(existsSync(file)).toBe(false);
    });
  });

  it.each(targets)("takes an app from a folder in place of its archive: $name", async ({ givesIn }) => {
    await withFolder(async (folder) => {
      const twin = await packagedTwin(packaged(), join(folder, "twin"), { onlyLoadAppFromAsar: !givesIn });
      const planted = join(twin, "resources", "app");
      mkdirSync(planted);
      const marker = join(folder, "marker");
      plantedProgram(planted, marker);
      writeFileSync(join(planted, "package.json"), JSON.stringify({ name: "planted", main: "planted.cjs" }));
      if (!givesIn) {
        const { stdout } = await start(join(twin, "spinscope"), folder, { args: ["--demo"] });
        expect(stdout, "with its archive it is the app that it was").toContain("Answer: 42");
      }
      rmSync(join(twin, "resources", "app.asar"));
      const until = performance.now() + longEnough;
      await start(join(twin, "spinscope"), folder, {
        args: [],
        meanwhile: (_data, end) => {
          if (existsSync(marker) || performance.now() > until) end();
        },
      });
      expect(existsSync(marker)).toBe(givesIn);
    });
  });
}
