/**
 * The Chrome trace opened by a program we did not write: speedscope's own page, the file dropped in as a person would.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { _electron as electron, type Page } from "@playwright/test";
import { serveFolder } from "../support/serve-folder.ts";
import { environment, projectFolder } from "./app.ts";
import { exportBy } from "./exported.ts";
import { expect, testOfOneRun as test } from "./same-app.ts";

const viewer = join(dirname(fileURLToPath(import.meta.url)), "..", "support", "viewer");

async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ name, text }) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: "application/json" }));
      return data;
    },
    { name, text },
  );
  await page.dispatchEvent("body > *", "drop", { dataTransfer: transfer });
}

test("speedscope shows every lane of an exported Chrome trace", async ({ app }) => {
  const path = await exportBy(app, "Chrome trace", "run.trace.json");
  const server = await serveFolder(join(projectFolder, "node_modules", "speedscope", "dist", "release"));
  const shown = await electron.launch({ args: [viewer, server.url], env: environment() });
  try {
    const page = await shown.firstWindow();
    await page.getByText("Browse", { exact: true }).waitFor();
    await dropFile(page, "run.trace.json", readFileSync(path, "utf8"));
    const found = new Set<string>();
    const title = page.getByText(/\(\d+\/\d+\)/).locator("..");
    await title.waitFor();
    const count = Number((await title.textContent())?.match(/\/(\d+)\)/)?.[1]);
    for (let profile = 0; profile < count; profile++) {
      found.add((await title.textContent()) ?? "");
      await page.keyboard.press("n");
    }
    const all = [...found].join("\n");
    for (const lane of ["MainThread", "Thread-1 (spin)", "Task-1", "Task-2", "event loop", "main "]) {
      expect(all).toContain(lane);
    }
  } finally {
    await shown.close();
    server.close();
  }
});
