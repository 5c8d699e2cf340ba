// The packaged app: packaged by the command, looked into, run, and attacked. In one file, because it is packaged once.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, vi } from "vitest";
import { runCommand } from "../commands/run-command.ts";
import { describeAttacks } from "./attacks.ts";
import { describeContents } from "./contents.ts";
import { describeRuns } from "./runs.ts";

const MINUTE = 60_000;
// An app that runs its spinner or is watched for what it may open waits for most of its time: another starts meanwhile. No
// third: three demos at once are three starts at once, and a machine that is busy anyway then has no thread host in time.
vi.setConfig({ testTimeout: 4 * MINUTE, hookTimeout: 5 * MINUTE, maxConcurrency: 2 });

describe.concurrent("the packaged app for Linux", () => {
  /** The unpacked package. */
  let folder = "";
  const data = mkdtempSync(join(tmpdir(), "spinscope-package-"));
  const bare = () => process.env["SPINSCOPE_ELECTRON"] ?? "";

  beforeAll(async () => {
    const { code, lastLine, stderr } = await runCommand("package", ["--linux", "dir"]);
    expect(code, stderr).toBe(0);
    folder = lastLine;
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  describeContents(
    () => folder,
    () => dirname(bare()),
  );
  describeRuns(
    () => join(folder, "spinscope"),
    () => data,
  );
  describeAttacks(() => folder, bare);
});
