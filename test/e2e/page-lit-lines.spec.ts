/**
 * The lit lines against the recording: what the listings showed at sampled moments of a run is held against the `line`
 * events that the run left in its file.
 */
import type { Page } from "@playwright/test";
import { exportedTimeline, type ReadBack } from "./exported.ts";
import { expect, test } from "./same-app.ts";
import { button, ended, pressRun, setJob } from "./window.ts";

const samples = 20;

/** What reaches the timeline late: the samples' instant is the worker's now, its events are a few pumps behind, µs. */
const behind = 300_000;

/** The lines that were lit at one instant of the recording: `lane → file:line`. */
interface Sample {
  readonly at: number;
  readonly lit: readonly (readonly [lane: string, place: string])[];
}

/** What the two listings show now, read in one turn of the page. */
function sample(page: Page): Promise<Sample> {
  return page.evaluate(() => {
    const stage = document.querySelector(".stage");
    const lines = [...document.querySelectorAll(".listing")].flatMap((listing) => {
      const file = listing.querySelector("figcaption")?.textContent.split(" ")[0] ?? "";
      return [...listing.querySelectorAll(".line.lit")].flatMap((line) => {
        const number = line.querySelector(".line-number")?.textContent ?? "";
        const lanes = [...line.querySelectorAll(".line-lane")].map(({ textContent }) =>
          textContent.replace(/ (runs|waits|is blocked) here$/, ""),
        );
        return lanes.map((lane) => [lane, `${file}:${number}`] as const);
      });
    });
    return { at: Number(stage?.getAttribute("data-at") ?? Number.NaN), lit: lines };
  });
}

/** Each lane's `line` events in order of time. */
function linesOf({ header, events }: ReadBack): ReadonlyMap<string, readonly { at: number; place: string }[]> {
  const byLane = new Map<string, { at: number; place: string }[]>();
  for (const event of events) {
    if (event.kind !== "line" || !("file" in event) || !("line" in event)) continue;
    const lane = header.lanes.find(({ id }) => id === event.lane)?.name ?? String(event.lane);
    const known = byLane.get(lane) ?? [];
    byLane.set(lane, known);
    known.push({ at: event.t, place: `${String(event.file)}:${String(event.line)}` });
  }
  return byLane;
}

/** The places at which a lane was at some time from a little before `at` until then. */
function placesAt(lines: readonly { at: number; place: string }[], at: number): readonly string[] {
  const past = lines.filter((line) => line.at <= at);
  const before = past.filter((line) => line.at <= at - behind).slice(-1);
  return [...before, ...past.filter((line) => line.at > at - behind)].map(({ place }) => place);
}

const lanes = ["MainThread", "Thread-1 (spin)", "Task-1 (supervisor)", "Task-2 (spin)"];

test("at twenty moments of a run each lit line is the one that the recording has, in both listings", async ({
  app,
}) => {
  const { page } = app;
  await setJob(page, 30);
  await pressRun(page);
  // From the moment at which each of the four stands somewhere: threads start a few ms after the tasks.
  for (const lane of lanes) await expect(page.locator(".line.lit").filter({ hasText: lane })).toHaveCount(1);
  const taken: Sample[] = [];
  while (taken.length < samples) {
    taken.push(await sample(page));
    await page.waitForTimeout(110 + 7 * taken.length);
  }
  await button(page, "Stop").click();
  await ended(page);
  const recorded = linesOf(await exportedTimeline(app));
  for (const { at, lit } of taken) {
    expect(Number.isFinite(at)).toBe(true);
    expect(lit.map(([lane]) => lane).sort(), `at ${at} µs`).toEqual([...lanes].sort());
    for (const [lane, place] of lit)
      expect(placesAt(recorded.get(lane) ?? [], at), `${lane} at ${at} µs`).toContain(place);
  }
  // A sample that never changed would prove little: the run itself went over many lines.
  for (const lane of lanes) expect(new Set(recorded.get(lane)?.map(({ place }) => place)).size).toBeGreaterThan(2);
});
