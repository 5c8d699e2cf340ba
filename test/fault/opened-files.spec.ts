/**
 * What may go wrong around an opened file: its disk, its page, main itself. What was open stays, the file is never
 * touched, and each failure is a sentence.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, expect, launchApp, test } from "../e2e/app.ts";
import { answerSaveDialog } from "../e2e/exported.ts";
import { clickMenu, openFile, shows, writeLongRecording, writeRecording } from "../e2e/opened.ts";

test("a data folder that can't be written refuses the file with a sentence, and the next one is opened", async ({
  app,
}) => {
  const path = join(app.data, "good.spinscope");
  writeRecording(path, "I come later");
  const folder = join(app.data, "opened");
  writeFileSync(folder, "in the way");
  await openFile(app, path);
  await expect(app.page.getByText(/good\.spinscope was not opened: E/)).toBeVisible();
  rmSync(folder);
  await openFile(app, path);
  await shows(app, path, "I come later");
  expect(app.log()).not.toMatch(/uncaught/i);
});

test("a page whose process is killed comes back with the file that was shown", async ({ app }) => {
  const path = join(app.data, "good.spinscope");
  writeRecording(path, "still here");
  await openFile(app, path);
  await shows(app, path, "still here");
  const killed = await app.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  );
  process.kill(killed, "SIGKILL");
  const isBack = () =>
    app.electron.evaluate(({ BrowserWindow }, before) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return contents !== undefined && contents.getOSProcessId() !== before && !contents.isLoading();
    }, killed);
  await expect.poll(isBack).toBe(true);
  // The driver's own page died with the process: what the new one shows is asked by way of main.
  const words = () =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript("document.body.innerText"),
    );
  await expect.poll(words).toContain("still here");
  expect(await words()).toContain("good.spinscope");
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

test("main killed while it reads a file leaves the file as it was, and the next start tidies", async () => {
  const data = dataFolder();
  const path = join(data, "long.spinscope");
  writeLongRecording(path);
  const bytes = readFileSync(path).length;
  const first = await launchApp([], data);
  await openFile(first, path);
  const folder = join(data, "opened");
  await expect.poll(() => existsSync(folder) && readdirSync(folder).length).toBe(1);
  const main = first.electron.process();
  main.kill("SIGKILL");
  await expect.poll(() => main.signalCode).toBe("SIGKILL");
  const second = await launchApp([], data);
  await second.page.getByRole("button", { name: "Open", exact: true }).waitFor();
  expect(readdirSync(folder)).toEqual([]);
  expect(readFileSync(path).length).toBe(bytes);
  await second.close();
});
