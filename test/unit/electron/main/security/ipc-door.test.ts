import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { openDoor, type SenderFrame } from "../../../../../electron/main/security/ipc-door.ts";

const own: SenderFrame = { url: "app://spinscope/index.html", parent: null };
let refusals: string[];
let failures: string[];
let started: unknown[];
let cancelledBy: unknown[];
let door: ReturnType<typeof openDoor>;
const done = { ok: true } as const;

beforeEach(() => {
  refusals = [];
  failures = [];
  started = [];
  cancelledBy = [];
  door = openDoor(
    {
      "page.ready": () => done,
      "run.start": (request) => {
        started.push(request);
        return done;
      },
      "run.cancel": (_nothing, id) => {
        cancelledBy.push(id);
        return done;
      },
      "run.stop": () => {
        throw new Error("the desk is on fire");
      },
      "recording.export": async () => ({ ok: true, path: "a.spinscope" }),
      "recording.toggle-earlier": () => done,
      "file.open": () => done,
      "file.cancel": () => done,
      "file.dropped": () => done,
      "recovery.open": () => done,
      "recovery.save": () => done,
      "recovery.later": () => done,
      "theme.choose": () => done,
      "page.report": () => done,
    },
    (reason) => refusals.push(reason),
    (reason) => failures.push(reason),
  );
});

describe("the door", () => {
  test("hands a request that fits to its handler, with the event that names it", async () => {
    const payload = { lesson: "one-job-two-ways", modes: ["threads"], parameters: { job: 3 } };
    expect(await door(own, own, { type: "run.start", payload })).toEqual(done);
    expect(started).toEqual([payload]);
    await door(own, own, { type: "run.cancel", payload: {}, id: [1, 7] });
    expect(cancelledBy).toEqual([[1, 7]]);
    expect(refusals).toEqual([]);
  });

  test("gives back what the handler answers, later too", async () => {
    const answer = await door(own, own, { type: "recording.export", payload: { format: "spinscope" } });
    expect(answer).toEqual({ ok: true, path: "a.spinscope" });
  });

  test("turns a handler's error into a sentence for the page", async () => {
    const answer = await door(own, own, { type: "run.stop", payload: {} });
    expect(answer).toEqual({ ok: false, problem: "run.stop failed: the desk is on fire" });
    expect(failures).toEqual([expect.stringContaining("the desk is on fire")]);
  });

  test.each<[string, SenderFrame | null, SenderFrame | null]>([
    ["a frame that is gone", null, own],
    ["a window that is gone", own, null],
    ["another window's frame on the same page", { ...own }, own],
    ["a frame inside the page", { ...own, parent: own }, own],
    ["our frame on another page", { url: "https://example.org/", parent: null }, own],
  ])("does not hear %s", async (_who, frame, ours) => {
    const answer = await door(frame, ours, { type: "page.ready", payload: {} });
    expect(answer.ok).toBe(false);
    expect(refusals).toHaveLength(1);
  });

  test("does not hear our own frame when it shows another page", async () => {
    const strayed: SenderFrame = { url: "app://spinscope/other.html", parent: null };
    expect((await door(strayed, strayed, { type: "page.ready", payload: {} })).ok).toBe(false);
  });

  test("refuses and counts whatever does not fit, and calls no handler", async () => {
    const junk = fc.oneof(
      fc.anything(),
      fc.record({ type: fc.constantFrom("run.start", "recording.export", "page.report"), payload: fc.anything() }),
      fc.record({ type: fc.constantFrom("__proto__", "constructor", "toString"), payload: fc.constant({}) }),
      fc.record({ type: fc.constant("page.ready"), payload: fc.constant({}), extra: fc.integer() }),
      fc.record({
        type: fc.constant("run.cancel"),
        payload: fc.constant({}),
        id: fc.tuple(fc.double(), fc.double({ max: -1 })),
      }),
    );
    const handled = vi.fn();
    await fc.assert(
      fc.asyncProperty(junk, async (raw) => {
        const before = refusals.length;
        const answer = await door(own, own, raw);
        if (answer.ok) handled(raw);
        expect(refusals.length).toBe(before + 1);
      }),
      { numRuns: 300 },
    );
    expect(handled).not.toHaveBeenCalled();
    expect(started).toEqual([]);
  });
});
