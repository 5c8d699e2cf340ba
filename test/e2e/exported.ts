/**
 * Exporting from a test: the native dialog is answered in its place, and the file that comes of it is read and checked.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { LaunchedApp } from "./app.ts";

/** Makes every save dialog answer with this path at once, as a person would. */
async function answerSaveDialog(app: LaunchedApp, path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, filePath) => {
    Reflect.set(dialog, "showSaveDialog", () => Promise.resolve({ canceled: false, filePath }));
  }, path);
}

/** Exports by the window's own menu, and gives the file's text. */
export async function exportBy(app: LaunchedApp, choice: RegExp, name: string): Promise<string> {
  const path = join(app.data, name);
  await answerSaveDialog(app, path);
  await app.page.getByRole("button", { name: "Export" }).click();
  await app.page.getByRole("button", { name: choice }).click();
  await expect(app.page.getByText(`Saved to ${path}`)).toBeVisible();
  return readFileSync(path, "utf8");
}
