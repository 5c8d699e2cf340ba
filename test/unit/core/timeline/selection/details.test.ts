/** What is said of a selection, by a made-up run. */
import { describe, expect, test } from "vitest";
import type { Details, SelectionRef } from "../../../../../core/contract/timeline-selection.ts";
import { causeOf, effectsOf } from "../../../../../core/timeline/selection/causes.ts";
import { detailsOf } from "../../../../../core/timeline/selection/details.ts";
import { refOf } from "../../../../../core/timeline/selection/span-of.ts";
import { Code } from "../../../../../core/trace/kinds.ts";
import { madeUpRun } from "../../../../support/made-up-run.ts";
import { recordingOf } from "../../../../support/timeline-look/scene-of.ts";

const recording = recordingOf(madeUpRun({ cancelAfter: 1.234 }));
const { table } = recording;
const now = recording.now(0);

/** The rows of a kind on the lane of that name. */
function rows(lane: string, kind: number): readonly number[] {
  const found: number[] = [];
  for (let row = 0; row < table.length; row++) if (isOn(row, lane) && table.kind(row) === kind) found.push(row);
  return found;
}

function isOn(row: number, name: string): boolean {
  return [...table.lanes.values()].some((lane) => lane.id === table.lane(row) && lane.name === name);
}

function details(ref: SelectionRef): Details {
  const found = detailsOf(recording, ref, now, "en");
  if (found === undefined) throw new Error(`nothing is said of ${JSON.stringify(ref)}`);
  return found;
}

const first = (lane: string, kind: number) => rows(lane, kind)[0] ?? -1;
const plain = (text: string | undefined) => text?.replaceAll(/\s/g, " ");

describe("a span", () => {
  test("says what, when, how long, why, on which line", () => {
    const row = first("MainThread", Code.wait);
    const said = details(refOf(recording, row));
    expect(plain(said.what)).toBe("blocked in sleep 3 s");
    expect(said).toMatchObject({ lane: "MainThread", laneKind: "thread", runtime: "threads", open: false });
    expect(said.at).toBe(table.t(row));
    expect(said.lasts).toBeGreaterThan(2_900_000);
    expect(said.why).toMatch(/holds the operating system's thread/);
    const facts = new Map(said.facts.map(({ label, value }) => [label, plain(value)]));
    expect(facts.get("Asked for")).toBe("3 s");
    expect(facts.get("Line")).toBe("threads.ts:21");
  });

  test("the same wait of a task is explained otherwise: it holds nothing", () => {
    const said = details(refOf(recording, first("Task-1", Code.wait)));
    expect(said.why).toMatch(/holds no thread/);
  });
});

describe("an event", () => {
  test("a signal that was seen leads back to who asked, with the time between", () => {
    const seen = first("Thread-1 (spin)", Code.signalSeen);
    const said = details(refOf(recording, seen));
    expect(said.ref.kind).toBe("event");
    expect(said.lasts).toBeUndefined();
    expect(said.causedBy?.what).toBe("asked to stop");
    expect(said.causedBy?.apart).toBeCloseTo(said.at - (said.causedBy?.at ?? 0));
    const back = said.causedBy?.ref;
    if (back === undefined) throw new Error("no cause");
    expect(details(back).leadsTo.map(({ ref }) => ref)).toContainEqual(said.ref);
  });

  test("a cancel leads from who requested it to where it was delivered", () => {
    const delivered = first("Task-2", Code.cancelDelivered);
    expect(details(refOf(recording, delivered)).causedBy?.what).toBe("cancel of Task-2 requested");
  });

  test("a join was caused by the end of who was joined", () => {
    const joined = first("MainThread", Code.joinEnded);
    const said = details(refOf(recording, joined));
    expect(said.causedBy).toMatchObject({ lane: "Thread-1 (spin)", what: "returned" });
    expect(said.why).toBe("Thread-1 has ended, so who waited for it goes on.");
  });

  test("every cause happened before its effect, and is in the recording", () => {
    for (let row = 0; row < table.length; row++) {
      const cause = causeOf(recording, row);
      if (cause >= 0) expect(table.t(cause)).toBeLessThanOrEqual(table.t(row) + 100);
      for (const effect of effectsOf(recording, row, 4)) expect(table.t(effect)).toBeGreaterThanOrEqual(table.t(row));
    }
  });
});

test("an arrow says from where to where, and both its ends can be gone to", () => {
  const said = details({ kind: "arrow", row: first("Thread-1 (spin)", Code.signalSeen) });
  expect(said.what).toBe("signal to stop");
  expect(said.lane).toMatch(/→ Thread-1$/);
  expect(said.lasts).toBeGreaterThan(0);
  expect(said.causedBy?.what).toBe("asked to stop");
  expect(said.leadsTo).toHaveLength(1);
});

test("a lane says how often it ran and how it ended", () => {
  const lane = [...table.lanes.values()].find(({ name }) => name === "Thread-1 (spin)");
  const said = details({ kind: "lane", lane: lane?.id ?? 0 });
  expect(said.what).toBe("Thread-1 (spin)");
  expect(said.facts.map(({ label }) => label)).toEqual(["Times it ran", "Ran", "End"]);
});

test("what is not in the recording has no details", () => {
  expect(detailsOf(recording, { kind: "event", row: table.length }, now, "en")).toBeUndefined();
  expect(detailsOf(recording, { kind: "event", row: -1 }, now, "en")).toBeUndefined();
  expect(detailsOf(recording, { kind: "lane", lane: 987_654 }, now, "en")).toBeUndefined();
});

test("each row of a recording has details in words, with nothing left to fill in", () => {
  for (let row = 0; row < table.length; row++) {
    const said = detailsOf(recording, refOf(recording, row), now, "en");
    expect(JSON.stringify(said)).not.toMatch(/[{][a-z]+[}]|undefined|NaN/);
    expect(said?.what).not.toBe("");
  }
});
