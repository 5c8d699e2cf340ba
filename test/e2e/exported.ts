/**
 * Exporting from a test: the native dialog is answered in its place, and the file that comes of it is read back.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { NativeRecording } from "../../core/formats/native/native-recording.ts";
import { RecordingCheck } from "../../core/trace/check/check-recording.ts";
import type { AnyEvent } from "../../core/trace/event.ts";
import type { RecordingHeader } from "../../core/trace/recording.ts";
import type { LaunchedApp } from "./app.ts";

export interface ReadBack {
  readonly header: RecordingHeader;
  readonly events: readonly AnyEvent[];
  /** What was wrong with the file's end; undefined for a whole one. */
  readonly cut: string | undefined;
}

/** Makes every save dialog answer with this path at once, as a person would. */
export async function answerSaveDialog(app: LaunchedApp, path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, filePath) => {
    Reflect.set(dialog, "showSaveDialog", () => Promise.resolve({ canceled: false, filePath }));
  }, path);
}

/** Exports by the window's own menu, waits until the window says so, and gives the file's path. */
export async function exportBy(app: LaunchedApp, choice: "Timeline" | "Chrome trace", name: string): Promise<string> {
  const path = join(app.data, name);
  await answerSaveDialog(app, path);
  await app.page.getByRole("button", { name: "Export" }).click();
  await app.page.getByRole("button", { name: new RegExp(`^${choice}`) }).click();
  await expect(app.page.getByText(`Saved to ${path}`)).toBeVisible();
  return path;
}

/** Exports the timeline, reads it back, and expects every invariant of a recording to hold in it. */
export async function exportedTimeline(app: LaunchedApp): Promise<ReadBack> {
  const path = await exportBy(app, "Timeline", `run-${Date.now()}.spinscope`);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const recording = new NativeRecording([readFileSync(path)], (bytes) => decoder.decode(bytes));
  const check = new RecordingCheck(recording.header);
  const events: AnyEvent[] = [];
  for (const event of recording.events) {
    check.event(event);
    events.push(event);
  }
  expect(check.end(recording.ending?.footer).breaches).toEqual([]);
  return { header: recording.header, events, cut: recording.ending?.cut };
}

/** How each lane ended, by its name. A lane with two ends fails the test. */
export function endsByName({ header, events }: ReadBack): Readonly<Record<string, string>> {
  const ends: Record<string, string> = {};
  for (const event of events) {
    if (event.kind !== "lane.ended" || !("how" in event)) continue;
    const name = header.lanes.find((lane) => lane.id === event.lane)?.name ?? String(event.lane);
    expect(ends[name], `${name} ended twice`).toBeUndefined();
    ends[name] = String(event.how);
  }
  return ends;
}
