import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeTraceEvents } from "../../../core/formats/trace-event/trace-event-writer.ts";
import type { AnyEvent } from "../../../core/trace/event.ts";
import { runs } from "../../support/soak.ts";
import { brokenPromises, parseTraceFile } from "../../unit/core/formats/trace-event/verify-trace-events.ts";
import { MadeUpRecording } from "../../unit/core/trace/made-up-recording.ts";
import { arbitraryRecording, recordingOf } from "../trace/arbitrary-recording.ts";

/**
 * Each event's name and kind and time, from the records that carry one. Of spans that would begin at one moment each begins
 * a nanosecond after the one before: theirs is the event's own, when it is no farther away than that.
 */
function carried(text: string, events: readonly AnyEvent[]): string[] {
  const times = new Map(events.map(({ p, s, t }) => [`${p} ${s}`, t]));
  return parseTraceFile(text)
    .traceEvents.filter(({ args }) => args?.["p"] !== undefined)
    .map(({ ph, cat, name, args, ts = Number.NaN }) => {
      const id = `${args?.["p"]} ${args?.["s"]}`;
      const own = times.get(id) ?? Number.NaN;
      const isOwn = ph === "X" && ts >= own && ts - own <= events.length / 1_000;
      return `${id} ${ph === "X" ? cat : name} ${isOwn ? own : ts}`;
    })
    .sort();
}

function names(events: readonly AnyEvent[]): string[] {
  return events.map(({ p, s, kind, t }) => `${p} ${s} ${kind} ${t}`).sort();
}

/** A mark and its span end together, and their lengths are no exact binary fractions. */
const markToTheEnd = [
  { kind: "run", lane: 3, pause: 0.001, ref: 0 },
  { kind: "run", lane: 0, pause: 0.001, ref: 0 },
  { kind: "run", lane: 0, pause: 0.5, ref: 0 },
  { kind: "received", lane: 3, pause: 0.001, ref: 0 },
  { kind: "run", lane: 0, pause: 0.5, ref: 0 },
];

describe("Chrome trace events of any recording", () => {
  it("carry every event once, nest, and have whole arrows, however senseless the recording", () => {
    fc.assert(
      fc.property(arbitraryRecording, (made) => {
        const text = [...writeTraceEvents(recordingOf(made))].join("");
        expect(carried(text, made.events)).toEqual(names(made.events));
        expect(brokenPromises(parseTraceFile(text))).toEqual([]);
      }),
    );
  });

  it("keep their promises where lanes, times and causes collide", () => {
    const step = fc.record({
      kind: fc.constantFrom(
        "run",
        "wait",
        "ready",
        "sent",
        "received",
        "set",
        "seen",
        "ended",
        "joined",
        "requested",
        "delivered",
      ),
      lane: fc.nat(3),
      pause: fc.constantFrom(0, 0, 0.001, 0.5, 3),
      ref: fc.nat(30),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const made = new MadeUpRecording();
        for (let lane = 0; lane < 4; lane++) made.lane(lane, "task", `Task-${lane}`);
        let t = 0;
        for (const { kind, lane, pause, ref } of steps) {
          t = Math.round((t + pause) * 1_000) / 1_000;
          say(made, kind, lane, t, [0, ref]);
        }
        const text = [...writeTraceEvents(made.recording)].join("");
        expect(brokenPromises(parseTraceFile(text))).toEqual([]);
        expect(carried(text, made.events)).toEqual(names(made.events));
      }),
      { numRuns: runs(400), examples: [[markToTheEnd]] },
    );
  });
});

function say(made: MadeUpRecording, kind: string, lane: number, t: number, id: readonly [number, number]): void {
  switch (kind) {
    case "run":
    case "ready":
      made.say(0, t, lane, kind, { cause: [...id] });
      return;
    case "wait":
      made.say(0, t, lane, kind, { why: "sleep" });
      return;
    case "sent":
      made.sayOwn(0, t, lane, "message.sent", { to: 0, channel: "c", bytes: 1 });
      return;
    case "received":
      made.say(0, t, lane, "message.received", { id: [...id], from: 0, channel: "c", bytes: 1 });
      return;
    case "set":
      made.sayOwn(0, t, lane, "signal.set");
      return;
    case "seen":
      made.say(0, t, lane, "signal.seen", { id: [...id] });
      return;
    case "ended":
      made.say(0, t, lane, "lane.ended", { how: "returned" });
      return;
    case "joined":
      made.say(0, t, lane, "join.ended", { target: (lane + 1) % 4, how: "ended" });
      return;
    case "requested":
      made.sayOwn(0, t, lane, "cancel.requested", { target: (lane + 1) % 4 });
      return;
    case "delivered":
      made.say(0, t, lane, "cancel.delivered", { cause: [...id] });
      return;
  }
}
