/**
 * Arbitrary recordings for tests of formats: any valid events, numbered and in order of time, under a header that
 * declares their producers and lanes.
 */
import fc from "fast-check";
import type { AnyEvent } from "../../../core/trace/event.ts";
import { type LaneId, type ProducerId, producerId } from "../../../core/trace/ids.ts";
import type { Lane } from "../../../core/trace/lane.ts";
import type { Producer } from "../../../core/trace/producer.ts";
import type { Recording, RecordingHeader } from "../../../core/trace/recording.ts";
import { arbitraryEvent, arbitraryJson } from "./arbitrary-event.ts";

export interface MadeRecording {
  readonly header: RecordingHeader;
  readonly events: readonly AnyEvent[];
}

const lane = (id: LaneId): Lane => ({ id, kind: "task", name: `Task ${id} "\u2028`, runtime: "coroutines" });
const producer = (id: ProducerId): Producer => {
  return { id, role: "coroutines", pid: 7, thread: 0, epoch: 0, clock: 0, tail: "known" };
};

export const arbitraryRecording: fc.Arbitrary<MadeRecording> = fc
  .tuple(fc.array(arbitraryEvent, { maxLength: 60 }), arbitraryJson)
  .map(([events, value]) => {
    const ordered = renumbered(events);
    return {
      header: {
        app: "spinscope",
        lesson: "one-job-two-ways",
        modes: ["coroutines"],
        params: { value },
        started: "2026-11-22T09:00:00.000Z",
        host: {},
        clocks: [{ id: 0, kind: "hrtime", errorUs: 0.25 }],
        producers: [...new Set(ordered.map(({ p }) => p))].map(producer),
        lanes: [...new Set(ordered.map((event) => event.lane))].map(lane),
      },
      events: ordered,
    };
  });

/** In order of time, over three producers, numbered 0, 1, 2 … with gaps taking their numbers. */
function renumbered(events: readonly AnyEvent[]): readonly AnyEvent[] {
  const next = new Map<ProducerId, number>();
  const times = events.map(({ t }) => t).sort((a, b) => a - b);
  return events.map((event, index) => {
    const p = producerId(event.p % 3);
    const s = next.get(p) ?? 0;
    const t = times[index] ?? 0;
    if (event.kind !== "gap" || !("to" in event)) {
      next.set(p, s + 1);
      return { ...event, p, s, t };
    }
    const to = s + (event.to % 9);
    next.set(p, to + 1);
    return { ...event, p, s, t, from: s, to };
  });
}

/** A recording can be walked through once: this makes one of what was made. */
export function recordingOf({ header, events }: MadeRecording): Recording {
  return { header, events };
}
