/**
 * What may go wrong around an opened file: its disk, its page, main itself. What was open stays, the file is never
 * touched, and each failure is a sentence.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, expect, launchApp } from "../e2e/app.ts";
import { answerSaveDialog } from "../e2e/exported.ts";
import { clickMenu, openFile, shows, writeLongRecording, writeRecording } from "../e2e/opened.ts";
import { shownText } from "../support/faults/begin.ts";
import { pageProcess } from "../support/faults/processes.ts";
import { test } from "./one-app.ts";

test("a data folder that can't be written refuses the file with a sentence, and the next one is opened", async ({
  app,
}) => {
  const path = join(app.data, "later.spinscope");
  writeRecording(path, "I come later");
  const folder = join(app.data, "opened");
  const aside = `${folder}-aside`;
  mkdirSync(folder, { recursive: true });
  renameSync(folder, aside);
  writeFileSync(folder, "in the way");
  await openFile(app, path);
  await expect(app.page.getByText(/later\.spinscope was not opened: E/)).toBeVisible();
  rmSync(folder);
  renameSync(aside, folder);
  await openFile(app, path);
  await shows(app, path, "I come later");
  expect(app.log()).not.toMatch(/uncaught/i);
});

test("a file that is gone since it was opened can't be exported, and that is said; what is shown stays", async ({
  app,
}) => {
  const path = join(app.data, "gone.spinscope");
  writeRecording(path, "only a picture now");
  await openFile(app, path);
  await shows(app, path, "only a picture now");
  rmSync(path);
  await answerSaveDialog(app, join(app.data, "copy.spinscope"));
  await clickMenu(app, "export.spinscope");
  await expect(app.page.getByText(/The timeline was not saved: it can't be opened/)).toBeVisible();
  expect(readdirSync(app.data).filter((name) => name.includes("copy"))).toEqual([]);
  await shows(app, path, "only a picture now");
  await clickMenu(app, "recent.0");
  await expect(app.page.getByText("gone.spinscope was not opened")).toBeVisible();
});

test("main killed while it reads a file leaves the file as it was, and the next start tidies; there, a page whose process is killed comes back with the file that was shown", async () => {
  const data = dataFolder();
  const long = join(data, "long.spinscope");
  writeLongRecording(long);
  const bytes = readFileSync(long).length;
  const first = await launchApp([], data);
  await openFile(first, long);
  const folder = join(data, "opened");
  await expect.poll(() => existsSync(folder) && readdirSync(folder).length, { intervals: [20] }).toBe(1);
  const main = first.electron.process();
  main.kill("SIGKILL");
  await expect.poll(() => main.signalCode, { intervals: [20] }).toBe("SIGKILL");
  const second = await launchApp([], data);
  await second.page.getByRole("button", { name: "Open", exact: true }).waitFor();
  expect(readdirSync(folder)).toEqual([]);
  expect(readFileSync(long).length).toBe(bytes);

  const path = join(data, "good.spinscope");
  writeRecording(path, "still here");
  await openFile(second, path);
  await shows(second, path, "still here");
  const killed = await pageProcess(second);
  process.kill(killed, "SIGKILL");
  await expect.poll(async () => (await pageProcess(second)) !== killed, { intervals: [20] }).toBe(true);
  await expect.poll(() => shownText(second), { intervals: [50] }).toContain("still here");
  expect(await shownText(second)).toContain("good.spinscope");
  await second.close();
});
