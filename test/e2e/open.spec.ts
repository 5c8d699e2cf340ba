/**
 * Opening recordings, by each way that a person has.
 */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { dataFolder, environment, launchApp, projectFolder } from "./app.ts";
import { exportBy } from "./exported.ts";
import { answerOpenDialog, clickMenu, menuItem, openFile, shows, writeRecording } from "./opened.ts";
import { expect, test } from "./same-app.ts";
import { consoleOf, ended, run, setJob } from "./window.ts";

test("the Open button shows a file whole, and an export of it has the same bytes", async ({ app }) => {
  const path = join(app.data, "by hand.spinscope");
  writeRecording(path, "hello from a file");
  await openFile(app, path);
  await shows(app, path, "hello from a file");
  const title = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  await expect.poll(title).toBe("by hand.spinscope – Spinscope");
  const copy = await exportBy(app, "Timeline", "copy.spinscope");
  expect(readFileSync(copy, "utf8")).toBe(readFileSync(path, "utf8"));
  expect(app.complaints).toEqual([]);
});

test("the menu opens a file, too; the next start knows it, and opens one that it is given, as one that a second instance is", async () => {
  const data = dataFolder();
  const path = (name: string) => join(data, `${name}.spinscope`);
  for (const name of ["one", "two", "세 개", "t#w o"]) writeRecording(path(name), `this is ${name}`);
  const first = await launchApp([], data);
  await answerOpenDialog(first, path("one"));
  expect(await menuItem(first, "recent.0")).toBeUndefined();
  await clickMenu(first, "open");
  await shows(first, path("one"), "this is one");
  expect(await menuItem(first, "recent.0")).toMatchObject({ label: "one.spinscope" });
  await first.quit();

  const second = await launchApp([path("two")], data);
  await shows(second, path("two"), "this is two");
  await expect.poll(() => menuItem(second, "recent.1")).toMatchObject({ label: "one.spinscope" });
  await clickMenu(second, "recent.1");
  await shows(second, path("one"), "this is one");
  await clickMenu(second, "recent.clear");
  expect(await menuItem(second, "recent.0")).toBeUndefined();

  const program = await second.electron.evaluate(() => process.execPath);
  const startWith = async (file: string): Promise<void> => {
    const args = ["--no-sandbox", projectFolder, `--user-data-dir=${data}`, file];
    await promisify(execFile)(program, args, { cwd: data, env: environment(), timeout: 20_000 });
  };
  // A blank and letters beyond Latin-1: what Electron 33 loses on the way.
  await startWith("세 개.spinscope");
  await shows(second, path("세 개"), "this is 세 개");
  // As a desktop writes it.
  await startWith(pathToFileURL(path("t#w o")).href);
  await shows(second, path("t#w o"), "this is t#w o");
  expect(await second.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await second.close();
});

test("a file dropped on the window is opened; one that a script made up is not", async ({ app }) => {
  const path = join(app.data, "dropped.spinscope");
  writeRecording(path, "from above");
  // A file that the browser was given by its own dialog has a path, as one that is dropped has.
  await app.page.evaluate(() => {
    const input = document.createElement("input");
    input.type = "file";
    input.id = "given";
    document.body.append(input);
  });
  await app.page.locator("#given").setInputFiles(path);
  await app.page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>("#given");
    const transfer = new DataTransfer();
    const file = input?.files?.[0];
    if (file !== undefined) transfer.items.add(file);
    input?.remove();
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await shows(app, path, "from above");
  await app.page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["{}"], "made up.spinscope"));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await expect(app.page.getByText("is no file on this computer")).toBeVisible();
  await shows(app, path, "from above");
});

test("the recording before a run or a file is one step back, and an export is of what is shown", async ({ app }) => {
  const { page } = app;
  const path = join(app.data, "a file.spinscope");
  writeRecording(path, "hello from a file");
  await setJob(page, 0.5);
  await run(page, "Side by side");
  await ended(page);
  await openFile(app, path);
  await shows(app, path, "hello from a file");
  await page.getByRole("button", { name: "Earlier recording" }).click();
  await expect(consoleOf(page, "Threads")).toContainText("Answer: 42");
  await expect(page.getByRole("banner").getByText("a file.spinscope")).toHaveCount(0);
  const ofRun = await exportBy(app, "Timeline", "run.spinscope");
  expect(readFileSync(ofRun, "utf8")).toContain('"modes":["threads","coroutines"]');
  await page.getByRole("button", { name: "Latest recording" }).click();
  await shows(app, path, "hello from a file");
  await clickMenu(app, "earlier");
  await expect(consoleOf(page, "Threads")).toContainText("Answer: 42");
  expect(await menuItem(app, "earlier")).toMatchObject({ checked: true });
});

test("Run again keeps the run before it one step back", async ({ app }) => {
  const { page } = app;
  await setJob(page, 0.5);
  await run(page, "Threads");
  await ended(page);
  const first = await exportBy(app, "Timeline", "first.spinscope");
  await run(page, "Threads");
  await ended(page);
  const second = await exportBy(app, "Timeline", "second.spinscope");
  await page.getByRole("button", { name: "Earlier recording" }).click();
  const again = await exportBy(app, "Timeline", "again.spinscope");
  expect(readFileSync(again, "utf8")).toBe(readFileSync(first, "utf8"));
  expect(readFileSync(again, "utf8")).not.toBe(readFileSync(second, "utf8"));
});

test("while a run is on, no file takes its place", async ({ app }) => {
  const path = join(app.data, "late.spinscope");
  writeRecording(path, "too late");
  await setJob(app.page, 20);
  await run(app.page, "Threads");
  await app.electron.evaluate(
    ({ app: electronApp }, file) => electronApp.emit("open-file", { preventDefault() {} }, file),
    path,
  );
  await expect(app.page.getByText("late.spinscope was not opened: a run is on.")).toBeVisible();
  await app.page.getByRole("button", { name: "Stop", exact: true }).click();
  await ended(app.page);
});

test("a page that is loaded again gets the opened file again", async ({ app }) => {
  const path = join(app.data, "again.spinscope");
  writeRecording(path, "still here");
  await openFile(app, path);
  await shows(app, path, "still here");
  await app.page.reload();
  await shows(app, path, "still here");
  const title = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  await expect.poll(title).toBe("again.spinscope – Spinscope");
});
