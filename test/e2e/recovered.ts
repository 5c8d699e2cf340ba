/**
 * An app that dies while it records, and the next start: its journal as the disk has it, and the offer in the window.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { journalsIn } from "../../electron/main/journal/journal-folder.ts";
import { isAlive, ownIdentity, unknownStart } from "../../electron/node/process-identity.ts";
import { says } from "../support/says.ts";
import type { LaunchedApp } from "./app.ts";
import { answerSaveDialog } from "./exported.ts";
import { expect } from "./patient.ts";

/** The folder of journals below the app's data. */
export const recordingsFolder = (data: string): string => join(data, "recordings");

/** The newest journal, absolute; "" as long as there is none. */
export function newestJournal(data: string): string {
  const folder = recordingsFolder(data);
  return existsSync(folder) ? (journalsIn(folder).at(-1)?.path ?? "") : "";
}

/** Whether a process of that number runs. */
export const isRunning = (pid: number): boolean => isAlive({ pid, start: unknownStart }, ownIdentity());

/** Kills main as nothing can be caught, and waits until it and all its children are gone. */
export async function killMain(app: LaunchedApp): Promise<void> {
  const children = await app.electron.evaluate(({ app: electronApp }) =>
    electronApp.getAppMetrics().map(({ pid }) => pid),
  );
  const main = app.electron.process();
  main.kill("SIGKILL");
  await expect.poll(() => main.signalCode, { intervals: [20] }).toBe("SIGKILL");
  await expect.poll(() => children.filter(isRunning), { intervals: [20] }).toEqual([]);
}

/** The offer of recovered recordings. */
export const offers = (page: Page): Locator => page.getByRole("region", { name: "Recovered recordings" });

/** Opens the recovered recording that is offered, and waits until it is shown. */
export async function openRecovered(app: LaunchedApp): Promise<void> {
  await offers(app.page).getByRole("button", { name: "Open it" }).first().click();
  await expect(app.page.getByRole("banner").getByText("recovered")).toBeVisible();
}

/** Exports what is shown in both formats; gives their paths, the timeline's first. */
export async function exportBoth(app: LaunchedApp, name: string): Promise<readonly [timeline: string, trace: string]> {
  const paths = [join(app.data, `${name}.spinscope`), join(app.data, `${name}.trace.json`)] as const;
  for (const [index, choice] of (["Timeline", "Chrome trace"] as const).entries()) {
    const path = paths[index] ?? "";
    await answerSaveDialog(app, path);
    await app.page.getByRole("button", { name: "Export" }).click();
    await app.page.getByRole("button", { name: new RegExp(`^${choice}`) }).click();
    await says(app, `Saved to ${path}`);
    await expect(app.page.getByText(`Saved to ${path}`)).toBeVisible();
  }
  return paths;
}
