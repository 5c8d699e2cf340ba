/**
 * The packaged app at work: the spinner as threads and coroutines, exports that hold, and a recording that is opened by
 * its path, as a file manager does it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runCommand, type Said } from "../commands/run-command.ts";
import { readOnlyDisk } from "../support/read-only-disk.ts";
import { whyNoSmallDisk } from "../support/small-disk.ts";
import { start, textOf, withFolder } from "./packaged-app.ts";

export function describeRuns(executable: () => string, data: () => string): void {
  describe("its run of the spinner", () => {
    let said: Said;
    const exported = (name: string) => join(data(), "out", "demo", name);
    beforeAll(async () => {
      said = await start(executable(), data(), { args: ["--demo"] });
    });

    it("brings both programs to their answers, and ends with 0", () => {
      expect(said).toMatchObject({ code: 0 });
      expect(said.stdout.match(/Answer: 42/g)).toHaveLength(2);
    });

    it("has real threads: a main one and a spinner's, in a process of their own", () => {
      const [header = ""] = readFileSync(exported("spinner.spinscope"), "utf8").split("\n");
      const { lanes }: { lanes: { kind: string; runtime: string; name: string }[] } = JSON.parse(header);
      const names = lanes.filter(({ kind, runtime }) => kind === "thread" && runtime === "threads");
      expect(names.map(({ name }) => name.replace(/ .*/, "")).toSorted()).toEqual(["MainThread", "Thread-1"]);
    });

    it("exports a recording that the command line finds whole", async () => {
      const check = await runCommand("cli", ["check", exported("spinner.spinscope")]);
      expect(check).toMatchObject({ code: 0 });
    });

    it("exports a Chrome trace with every thread's name in it", () => {
      const { traceEvents }: { traceEvents: { ph: string; name: string; args?: { name?: string } }[] } = JSON.parse(
        readFileSync(exported("spinner.trace.json"), "utf8"),
      );
      const names = traceEvents.filter(({ ph, name }) => ph === "M" && name === "thread_name");
      expect(names.map(({ args }) => args?.name)).toContain("Thread-1 (spin)");
    });

    it("leaves a recording that the app opens when it is started with its path", async () => {
      await withFolder(async (folder) => {
        const recent = join(folder, "recent-files.json");
        const { stderr } = await start(executable(), folder, {
          args: [exported("spinner.spinscope")],
          // It is remembered as a recent file once it was read to its end and is shown.
          meanwhile: (_data, end) => {
            if (textOf(recent).includes("spinner.spinscope")) end();
          },
        });
        expect(JSON.parse(textOf(recent))).toEqual([exported("spinner.spinscope")]);
        expect(stderr).not.toMatch(/could not go on/);
      });
    });
  });

  describe("a data folder that can't be written", () => {
    it.skipIf(whyNoSmallDisk !== undefined)("is said so, with the exit code 1", async () => {
      await withFolder(async (folder) => {
        const disk = readOnlyDisk({});
        try {
          const said = await start(executable(), folder, { args: ["--demo", `--user-data-dir=${disk.folder}`] });
          const sentence = `can't write into its data folder ${disk.folder}`;
          expect(said).toMatchObject({ code: 1, stderr: expect.stringContaining(sentence) });
        } finally {
          disk.remove();
        }
      });
    });
  });
}
