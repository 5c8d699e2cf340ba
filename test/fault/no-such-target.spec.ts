/**
 * Faults 3 and 17, in the app: targets that can't be written, and saves whose rename or fsync fails. Each is said in a
 * sentence with what helps, the recording stays, what was there is untouched, and no litter is left.
 */
import { execFileSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { dataFolder, expect, type LaunchedApp, launchApp } from "../e2e/app.ts";
import { answerSaveDialog } from "../e2e/exported.ts";
import { clickMenu, openFile, recordingLines, shows, writeRecording } from "../e2e/opened.ts";
import { lostAfter } from "../support/nothing-lost/nothing-lost.ts";
import { plantedApp } from "../support/planted/planted-app.ts";
import { readOnlyDisk } from "../support/read-only-disk.ts";
import { says } from "../support/says.ts";
import { smallDisk, whyNoSmallDisk } from "../support/small-disk.ts";
import { test } from "./one-app.ts";

const old = recordingLines("the old one").join("\n");

/** The file that a window shows, by the folder to save in: named after that, since an earlier test's may be shown still. */
const goodBeside = (folder: string): string => `${folder}.spinscope`;

/** A folder to save in, and a window that shows a recording. */
async function showing(app: LaunchedApp): Promise<string> {
  const folder = mkdtempSync(join(app.data, "targets-"));
  const file = goodBeside(folder);
  writeRecording(file, "I stay");
  await openFile(app, file);
  await shows(app, file, "I stay");
  return folder;
}

async function isRefused(app: LaunchedApp, target: string, reason: RegExp): Promise<void> {
  await answerSaveDialog(app, target);
  await clickMenu(app, "export.spinscope");
  const said = app.page.getByText("The timeline was not saved");
  await says(app, "The timeline was not saved");
  await expect(said).toHaveText(reason);
  await expect(said).toHaveText(/The recording is still here: export it again, to another place\./);
  await app.page.getByRole("button", { name: "Dismiss" }).click();
  await expect(said).toHaveCount(0);
}

async function isSaved(
  app: LaunchedApp,
  target: string,
  folders: readonly [string, ...string[]],
  untouched = new Map<string, Uint8Array | undefined>(),
): Promise<void> {
  await answerSaveDialog(app, target);
  await clickMenu(app, "export.spinscope");
  await says(app, `Saved to ${target}`);
  await expect(app.page.getByText(`Saved to ${target}`)).toBeVisible();
  expect(lostAfter({ exported: target, folders, untouched })).toEqual([]);
  await shows(app, goodBeside(folders[0]), "I stay");
  expect(app.complaints).toEqual([]);
  expect(app.log()).not.toMatch(/uncaught/i);
}

test("a folder, a pipe, a device, a missing folder, a name too long and the system's own are refused", async ({
  app,
}) => {
  const folder = await showing(app);
  mkdirSync(join(folder, "folder.spinscope"));
  execFileSync("mkfifo", [join(folder, "pipe.spinscope")]);
  symlinkSync("/dev/full", join(folder, "device.spinscope"));
  symlinkSync("circle.spinscope", join(folder, "circle.spinscope"));
  writeFileSync(join(folder, "file"), "no folder");
  const before = readdirSync(folder);
  await isRefused(app, join(folder, "folder.spinscope"), /no regular file: choose another name/);
  await isRefused(app, join(folder, "pipe.spinscope"), /no regular file: choose another name/);
  await isRefused(app, join(folder, "device.spinscope"), /no regular file: choose another name/);
  await isRefused(app, join(folder, "circle.spinscope"), /lead round in a circle: choose another name \(ELOOP\)/);
  await isRefused(app, join(folder, "absent", "a.spinscope"), /there is no folder ".*absent": make it/);
  await isRefused(app, join(folder, "file", "a.spinscope"), /no folder.*: choose another/);
  await isRefused(
    app,
    join(folder, `${"n".repeat(300)}.spinscope`),
    /the name is too long: choose a shorter one \(ENAMETOOLONG\)/,
  );
  await isRefused(app, "/proc/a.spinscope", /choose another folder|ENOENT/);
  await isRefused(app, "/sys/a.spinscope", /choose another folder|ENOENT/);
  expect(readdirSync(folder)).toEqual(before);
  await isSaved(app, join(folder, `${"n".repeat(240)}.spinscope`), [folder]);
});

test("through a symbolic link the file that it leads to is saved, and the link stays", async ({ app }) => {
  const folder = await showing(app);
  const elsewhere = mkdtempSync(join(app.data, "elsewhere-"));
  writeFileSync(join(elsewhere, "real.spinscope"), old);
  for (const [name, to] of [
    ["link", "real"],
    ["dangling", "yet-to-come"],
  ]) {
    const link = join(folder, `${name}.spinscope`);
    symlinkSync(join("..", basename(elsewhere), `${to}.spinscope`), link);
    await isSaved(app, link, [folder, elsewhere]);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(elsewhere, `${to}.spinscope`), "utf8")).toContain("I stay");
  }
});

test("a disk that can only be read, one that is full, and a file that can't be renamed over are refused", async ({
  app,
}) => {
  test.info().skip(whyNoSmallDisk !== undefined, whyNoSmallDisk);
  const folder = await showing(app);
  const target = join(folder, "busy.spinscope");
  writeFileSync(target, old);
  const fixed = readOnlyDisk({ "a.spinscope": old });
  const full = smallDisk(4);
  writeFileSync(join(full.folder, "a.spinscope"), old);
  // A file that another is mounted on can be written to, and nothing can be renamed over it.
  execFileSync("mount", ["--bind", target, target]);
  try {
    await isRefused(
      app,
      join(fixed.folder, "a.spinscope"),
      /its disk can only be read: choose another folder \(EROFS\)/,
    );
    await isRefused(app, join(full.folder, "a.spinscope"), /its disk is full: free some space \(ENOSPC\)/);
    await isRefused(app, target, /the system is using it.*\(EBUSY\)/);
    const untouched = new Map([fixed.folder, full.folder].map((each) => [join(each, "a.spinscope"), Buffer.from(old)]));
    untouched.set(target, Buffer.from(old));
    expect(readdirSync(fixed.folder)).toEqual(["a.spinscope"]);
    expect(readdirSync(full.folder)).toEqual(["a.spinscope"]);
    await isSaved(app, join(folder, "b.spinscope"), [folder, fixed.folder, full.folder], untouched);
  } finally {
    execFileSync("umount", ["--lazy", target]);
    fixed.remove();
    full.remove();
  }
});

test("an fsync that fails leaves the old file, no draft, and the recording", async () => {
  const failing = {
    name: "fsync-fails",
    module: "electron/node/node-save-files.ts",
    right: "sync: fsyncSync,",
    wrong: 'sync: () => { throw Object.assign(new Error("EIO: i/o error, fsync"), { code: "EIO" }); },',
  };
  const app = await launchApp([], dataFolder(), await plantedApp(failing, ["main"]));
  try {
    const folder = await showing(app);
    const target = join(folder, "a.spinscope");
    writeFileSync(target, old);
    await isRefused(app, target, /its disk failed: choose another disk \(EIO\)/);
    expect(readFileSync(target, "utf8")).toBe(old);
    expect(readdirSync(folder)).toEqual(["a.spinscope"]);
    await shows(app, goodBeside(folder), "I stay");
    expect(existsSync(goodBeside(folder))).toBe(true);
    expect(app.log()).not.toMatch(/uncaught/i);
  } finally {
    await app.close();
  }
});
