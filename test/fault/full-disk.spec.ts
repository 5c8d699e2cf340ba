/**
 * Fault 4: the disk is full while a journal is written. The recording stops and says so, the programs go on, and what
 * was recorded before can be exported.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { expect, type LaunchedApp } from "../e2e/app.ts";
import { endsByName, exportedTimeline } from "../e2e/exported.ts";
import { recordingsFolder } from "../e2e/recovered.ts";
import { test } from "../e2e/same-app.ts";
import { consoleOf, ended, run, setJob } from "../e2e/window.ts";

/** From its `writes`-th write on, main's disk is full: a last write takes a part, as full disks do. */
async function fillDisk(app: LaunchedApp, writes: number): Promise<void> {
  await app.electron.evaluate((_electron, left) => {
    const fs = process.getBuiltinModule("node:fs");
    const write = fs.writeSync;
    let calls = 0;
    Reflect.set(globalThis, "writeSync", write);
    Reflect.set(fs, "writeSync", (file: number, bytes: Uint8Array, at: number, length?: number) => {
      calls += 1;
      if (calls < left) return write(file, bytes, at, length);
      if (calls === left) return write(file, bytes, at, Math.floor((bytes.length - at) / 2));
      throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    });
  }, writes);
}

/** Main's disk is as it was before. */
async function freeDisk(app: LaunchedApp): Promise<void> {
  await app.electron.evaluate(() => {
    Reflect.set(process.getBuiltinModule("node:fs"), "writeSync", Reflect.get(globalThis, "writeSync"));
  });
}

test("a disk that fills up stops the recording with a sentence, and not the programs; what was recorded before is exported whole", async ({
  app,
}) => {
  await setJob(app.page, 1);
  await fillDisk(app, 20);
  await run(app.page, "Side by side");
  await expect(app.page.getByText(/Recording stopped: .*ENOSPC/)).toBeVisible();
  await ended(app.page);
  await freeDisk(app);
  await expect(app.page.getByRole("status").filter({ hasText: "returned 42" })).toHaveCount(1);
  await expect(consoleOf(app.page, "Threads")).toContainText("spinner object");
  const recording = await exportedTimeline(app);
  expect(recording.cut).toBeUndefined();
  expect(recording.events.length).toBeGreaterThan(10);
  expect(Object.keys(endsByName(recording))).toHaveLength(recording.header.lanes.length);
  expect(app.log()).not.toMatch(/uncaught/i);
});

test("a folder for recordings that can't be made stops the recording, and not the programs", async ({ app }) => {
  await setJob(app.page, 0.5);
  const folder = recordingsFolder(app.data);
  const aside = `${folder}-aside`;
  mkdirSync(folder, { recursive: true });
  renameSync(folder, aside);
  writeFileSync(folder, "in the way");
  await run(app.page, "Threads");
  await expect(app.page.getByText(/Recording stopped/)).toBeVisible();
  await ended(app.page);
  rmSync(folder);
  renameSync(aside, folder);
});
