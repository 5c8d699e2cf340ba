// `npm start` without a display, as it is promised: the same app, its demo, three files, and no set-up the second time.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { projectFolder } from "../../scripts/setup/project.mjs";
import { runCommand, type Said } from "./run-command.ts";

vi.setConfig({ hookTimeout: 120_000 });

describe("npm start without a display", () => {
  const folder = join(projectFolder, "out", "demo");
  let said: Said;

  beforeAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    said = await runCommand("start", [], { DISPLAY: undefined, WAYLAND_DISPLAY: undefined });
  });

  it("ends by itself, with 0", () => {
    expect(said.code).toBe(0);
  });

  it("does no set-up when everything is set up", () => {
    expect(said.stderr).not.toContain("spinscope:");
  });

  it("prints both consoles' text", () => {
    expect(said.stdout).toContain("spinner object: <Thread(Thread-1 (spin), initial)>");
    expect(said.stdout).toContain("spinner object: <Task pending name='Task-2' coro=<spin() running at coroutines.ts:");
    expect(said.stdout.match(/^Answer: 42$/gm)).toHaveLength(2);
  });

  it("writes a recording that is whole", () => {
    const lines = readFileSync(join(folder, "spinner.spinscope"), "utf8").trimEnd().split("\n");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ format: "spinscope", version: 1, lesson: "one-job-two-ways" });
    expect(JSON.parse(lines.at(-1) ?? "")).toEqual({ end: true, events: lines.length - 2, dropped: 0 });
  });

  it("writes the same for Chrome's viewers, and a picture", () => {
    const trace = JSON.parse(readFileSync(join(folder, "spinner.trace.json"), "utf8"));
    expect(trace.traceEvents.length).toBeGreaterThan(100);
    const picture = readFileSync(join(folder, "spinner.png"));
    expect(picture.subarray(0, 8)).toEqual(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]));
  });
});
