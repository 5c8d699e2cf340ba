/**
 * What a person does for half an hour: every lesson in every way that it has, left to end, cancelled or stopped, with
 * recordings exported and opened in between. Written so that each round does the same.
 */
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { Lesson } from "../../../lessons/lesson.ts";
import { lessons } from "../../../lessons/manifest.ts";
import type { LaunchedApp } from "../../e2e/app.ts";
import { answerSaveDialog } from "../../e2e/exported.ts";
import { clickMenu, openFile } from "../../e2e/opened.ts";
import { button, chooseLesson, ended, type ModeName, pressRun } from "../../e2e/window.ts";
import { says } from "../../support/says.ts";
import { isSoak } from "../../support/soak.ts";

type How = "left to end" | "cancelled" | "stopped";

/** How long after its start a run is cancelled or stopped, ms: the fast form's runs are short. */
const midway = isSoak ? 400 : 100;

/** One run of what is chosen; it is over when this resolves. */
export async function runOnce({ page }: LaunchedApp, mode: ModeName | undefined, how: How): Promise<void> {
  if (mode !== undefined) await page.getByRole("radio", { name: mode }).check({ force: true });
  await pressRun(page);
  if (how !== "left to end") {
    await page.waitForTimeout(midway);
    const press = button(page, how === "cancelled" ? "Cancel" : "Stop");
    // The run may have come to its end by itself.
    if (await press.isEnabled()) await press.click({ timeout: 2_000 }).catch(() => {});
  }
  await ended(page);
}

/**
 * Exports what is shown to `folder` and opens the file that was made. Two files take turns: by its name the window then
 * says that this one is open, and not still the one before.
 */
export async function exportAndOpen(app: LaunchedApp, folder: string, count: number): Promise<void> {
  const name = `soak-${count % 2}.spinscope`;
  const path = join(folder, name);
  await answerSaveDialog(app, path);
  await clickMenu(app, "export.spinscope");
  await says(app, `Saved to ${path}`);
  await expect(app.page.getByText(`Saved to ${path}`)).toBeVisible();
  await openFile(app, path);
  await expect(app.page.getByRole("banner").getByText(name)).toBeVisible();
}

/** Every lesson in each of its ways once; every fourth run is cancelled, every fifth stopped. Gives how many runs. */
export async function round(app: LaunchedApp, folder: string): Promise<number> {
  let runs = 0;
  for (const [index, lesson] of lessons.entries()) {
    await chooseLesson(app.page, lesson.words.en.title);
    for (const mode of modesOf(lesson)) {
      runs += 1;
      await runOnce(app, mode, runs % 5 === 0 ? "stopped" : runs % 4 === 0 ? "cancelled" : "left to end");
    }
    await exportAndOpen(app, folder, index);
  }
  return runs;
}

/** The choices that the window offers for a lesson; undefined where there is none to make. */
function modesOf({ modes }: Lesson): readonly (ModeName | undefined)[] {
  return modes.length > 1 ? ["Threads", "Coroutines", "Side by side"] : [undefined];
}
