/**
 * What Chromium gives a page without asking any permission handler (5): the clipboard by commands, native dialogs, storage
 * without a bound. A script of the page gets none of them; a person's own keys go on.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { LaunchedApp } from "../app.ts";
import { expect, test } from "../same-app.ts";

const secret = "what a person copied elsewhere";

const clipboardText = (app: LaunchedApp) => app.electron.evaluate(({ clipboard }) => clipboard.readText());

/** Evaluated in the page: what comes of a script's commands. */
function useClipboard() {
  const field = document.createElement("textarea");
  document.body.append(field);
  const heard: string[] = [];
  document.addEventListener("paste", (event) => heard.push(event.clipboardData?.getData("text") ?? ""));
  field.focus();
  const pasted = document.execCommand("paste");
  field.value = "what a script would leave behind";
  field.select();
  const copied = document.execCommand("copy") || document.execCommand("cut");
  const { value } = field;
  field.remove();
  return { pasted, copied, heard, value };
}

test("no script reads the clipboard, nor writes it unless a person has just pressed something (5)", async ({ app }) => {
  await app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), secret);
  await app.page.reload();
  const seen = await app.electron.evaluate(({ BrowserWindow }, script) => {
    // Playwright evaluates as if a person had just pressed something.
    return BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script, false);
  }, `(${useClipboard})()`);
  expect(seen).toEqual({ pasted: false, copied: false, heard: [], value: "what a script would leave behind" });
  expect(await clipboardText(app)).toBe(secret);
});

test("a person's keys copy and paste in a text field", async ({ app }) => {
  await app.page.getByRole("button", { name: "Parameters" }).click();
  const field = app.page.getByRole("spinbutton", { name: "The job takes" });
  await field.fill("7");
  await field.press("Control+a");
  await field.press("Control+c");
  await expect.poll(() => clipboardText(app)).toBe("7");
  await app.electron.evaluate(({ clipboard }) => clipboard.writeText("8"));
  await field.press("Control+a");
  await field.press("Control+v");
  await expect(field).toHaveValue("8");
});

test("no native dialog opens for a script: neither for printing nor for files and folders (5)", async ({ app }) => {
  const { page } = app;
  // Printing waits for the dialog's end, hence would never be over.
  await page.evaluate(() => {
    window.print();
    document.execCommand("print");
  });
  const pickers = await page.evaluate(() => {
    for (const webkitdirectory of [false, true]) {
      const input = Object.assign(document.createElement("input"), { type: "file", webkitdirectory });
      document.body.append(input);
      input.click();
      input.remove();
    }
    return ["showOpenFilePicker", "showSaveFilePicker", "showDirectoryPicker"].filter((name) => name in window);
  });
  expect(pickers).toEqual([]);
  await expect.poll(() => (app.log().match(/a file dialog/g) ?? []).length).toBe(2);
});

test("a script stores nothing without a bound, and nothing of it comes to the disk (5)", async ({ app }) => {
  const stores = await app.page.evaluate(async () => {
    const outcome = (work: () => Promise<unknown>): Promise<string> =>
      Promise.resolve()
        .then(work)
        .then(
          () => "stored",
          () => "refused",
        );
    const database = () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("kept", 1);
        request.addEventListener("success", resolve);
        request.addEventListener("error", reject);
      });
    const bucket = (): Promise<unknown> => {
      const buckets: unknown = Reflect.get(navigator, "storageBuckets");
      const open: unknown = Reflect.get(Object(buckets), "open");
      if (typeof open !== "function") return Promise.reject(new Error("there is no such API"));
      return Promise.resolve(Reflect.apply(open, buckets, ["kept"]));
    };
    return {
      database: await outcome(database),
      cache: await outcome(() => caches.open("kept")),
      files: await outcome(() => navigator.storage.getDirectory()),
      bucket: await outcome(bucket),
    };
  });
  expect(stores).toEqual({ database: "refused", cache: "refused", files: "refused", bucket: "refused" });
  expect(statSync(join(app.data, "WebStorage")).isFile()).toBe(true);
  expect(readdirSync(app.data)).not.toContain("IndexedDB");
  expect(existsSync(join(app.data, "File System"))).toBe(false);
});
