/**
 * Opening from a test: a small recording made by hand, native dialogs answered in their place, and what the window then
 * shows.
 */
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { expect } from "@playwright/test";
import type { LaunchedApp } from "./app.ts";
import { consoleOf } from "./window.ts";

const header = {
  format: "spinscope",
  version: 1,
  app: "spinscope 0.0.0",
  lesson: "one-job-two-ways",
  modes: ["threads"],
  params: { message: "by hand" },
  started: "2026-01-31T14:05:09.000Z",
  host: {},
  clocks: [{ id: 0, kind: "hrtime", errorUs: 0 }],
  producers: [
    { id: 0, role: "main", pid: 1, thread: 0, epoch: 0, clock: 0, tail: "known" },
    { id: 16, role: "threads", pid: 2, thread: 0, epoch: 0, clock: 0, tail: "known" },
    { id: 17, role: "threads", pid: 2, thread: 1, epoch: 0, clock: 0, tail: "known" },
  ],
  lanes: [
    { id: 0, kind: "process", name: "main 1", runtime: "main" },
    { id: 16_777_216, kind: "process", name: "threads 2", runtime: "threads" },
    { id: 16_777_217, kind: "thread", name: "MainThread", parent: 16_777_216, runtime: "threads" },
  ],
};

/** The lines of a whole recording of the first lesson's threads, which printed `word`. */
export function recordingLines(word: string): readonly string[] {
  const [main, host, thread] = [0, 16_777_216, 16_777_217];
  return [
    JSON.stringify(header),
    `{"p":0,"s":0,"t":0.000,"lane":${main},"kind":"lane.created"}`,
    `{"p":16,"s":0,"t":10.000,"lane":${host},"kind":"lane.created"}`,
    `{"p":16,"s":1,"t":20.000,"lane":${thread},"kind":"lane.created"}`,
    `{"p":17,"s":0,"t":30.000,"lane":${thread},"kind":"lane.started"}`,
    `{"p":17,"s":1,"t":40.000,"lane":${thread},"kind":"run"}`,
    `{"p":17,"s":2,"t":500000.000,"lane":${thread},"kind":"output","text":"${word}\\n"}`,
    `{"p":17,"s":3,"t":900000.000,"lane":${thread},"kind":"lane.ended","how":"returned","value":42}`,
    `{"p":16,"s":2,"t":900010.000,"lane":${host},"kind":"lane.ended","how":"returned"}`,
    `{"p":0,"s":1,"t":900020.000,"lane":${main},"kind":"lane.ended","how":"returned"}`,
    '{"end":true,"events":9,"dropped":0}',
    "",
  ];
}

/** Writes that recording to `path`. */
export function writeRecording(path: string, word: string): void {
  writeFileSync(path, recordingLines(word).join("\n"));
}

/** Writes a file that takes seconds to read. */
export function writeLongRecording(path: string): void {
  const lines = recordingLines("x").slice(0, 6);
  const event = (n: number) => `{"p":17,"s":${n + 2},"t":${50 + n},"lane":16777217,"kind":"run"}`;
  writeFileSync(path, [...lines, ...Array.from({ length: 1_500_000 }, (_, n) => event(n)), ""].join("\n"));
}

/** Makes every open dialog answer with this path at once, as a person would. */
export async function answerOpenDialog(app: LaunchedApp, path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, filePath) => {
    Reflect.set(dialog, "showOpenDialog", () => Promise.resolve({ canceled: false, filePaths: [filePath] }));
  }, path);
}

/** Opens the file at `path` by the window's own button. */
export async function openFile(app: LaunchedApp, path: string): Promise<void> {
  await answerOpenDialog(app, path);
  await app.page.getByRole("button", { name: "Open", exact: true }).click();
}

/** Waits until the window shows the file at `path`, whose thread printed `word`. */
export async function shows(app: LaunchedApp, path: string, word: string): Promise<void> {
  await expect(app.page.getByRole("banner").getByText(basename(path))).toBeVisible();
  await expect(consoleOf(app.page, "Threads")).toContainText(word);
}

/** Clicks the item of the native menu that has this id. */
export async function clickMenu(app: LaunchedApp, id: string): Promise<void> {
  await app.electron.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);
}

/** The label of the item of the native menu that has this id, and whether it is ticked; undefined for none. */
export function menuItem(app: LaunchedApp, id: string): Promise<{ label: string; checked: boolean } | undefined> {
  return app.electron.evaluate(({ Menu }, item) => {
    const found = Menu.getApplicationMenu()?.getMenuItemById(item);
    return found === null || found === undefined ? undefined : { label: found.label, checked: found.checked };
  }, id);
}
