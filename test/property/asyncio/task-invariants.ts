/**
 * What trace-format promises of tasks, checked over the events of one producer in their order. Returns what is
 * broken, in words; an empty list when all holds.
 */
import { type AnyEvent, type EventOf, isKnown, type TraceEvent } from "../../../core/trace/event.ts";

type LaneState = "created" | "started" | "ready" | "running" | "waiting" | "blocked" | "ended";

/** From what a task lane can come to run, and so on. */
const before: Readonly<Record<string, readonly LaneState[]>> = {
  "lane.started": ["created"],
  ready: ["started", "waiting", "running"],
  run: ["ready", "blocked"],
  wait: ["running"],
  "lane.ended": ["running", "created", "started", "ready", "waiting"],
};
const wakers: ReadonlySet<string> = new Set(["timer.fired", "future.settled", "lane.ended", "cancel.requested"]);

export function brokenInvariants(all: readonly AnyEvent[]): readonly string[] {
  const events = all.filter(isKnown);
  if (events.length < all.length) return [`${all.length - events.length} events of unknown kinds`];
  const broken: string[] = [];
  const states = new Map<number, LaneState>();
  const delivered = new Map<number, EventOf<"cancel.delivered">[]>();
  const endedAt = new Map<number, EventOf<"lane.ended">>();
  let last = 0;
  let running: number | null = null;
  const fail = (event: TraceEvent, what: string) => void broken.push(`#${event.s} ${event.kind}: ${what}`);
  const named = (ref: readonly [number, number]) => events[ref[1]];

  events.forEach((event, index) => {
    if (event.s !== index) fail(event, `is number ${event.s} in place ${index}`);
    if (event.t < last) fail(event, "time runs backwards");
    last = event.t;
    if ("cause" in event && event.cause !== undefined && event.cause[1] >= event.s)
      fail(event, "comes before its cause");

    const state = states.get(event.lane);
    if (state !== undefined) {
      const allowed = before[event.kind];
      if (allowed !== undefined && !allowed.includes(state)) fail(event, `follows on ${state}`);
    }
    switch (event.kind) {
      case "lane.created":
        if (event.lane !== 2 ** 20 && event.lane !== 2 ** 20 + 1) states.set(event.lane, "created");
        break;
      case "lane.started":
        if (state !== undefined) states.set(event.lane, "started");
        break;
      case "ready": {
        const waker = event.cause === undefined ? undefined : named(event.cause);
        if (waker !== undefined && !wakers.has(waker.kind)) fail(event, `was woken by ${waker.kind}`);
        if (state === "waiting" && waker === undefined) fail(event, "does not say what woke it");
        if (running === event.lane) running = null;
        states.set(event.lane, "ready");
        break;
      }
      case "run":
        if (running !== null && running !== event.lane) fail(event, `runs while ${running} runs`);
        running = event.lane;
        states.set(event.lane, "running");
        break;
      case "wait":
        if (event.why !== "block") running = null;
        states.set(event.lane, event.why === "block" ? "blocked" : "waiting");
        break;
      case "cancel.delivered": {
        const request = event.id === undefined ? undefined : named(event.id);
        if (request !== undefined && (request.kind !== "cancel.requested" || request.target !== event.lane)) {
          fail(event, "delivers what was not requested of it");
        }
        delivered.set(event.lane, [...(delivered.get(event.lane) ?? []), event]);
        break;
      }
      case "cancel.refused": {
        const known = delivered.get(event.lane)?.some((each) => each.id?.[1] === event.id[1]);
        if (known !== true) fail(event, "refuses what was not delivered");
        break;
      }
      case "join.ended": {
        const end = endedAt.get(event.target);
        if (event.how === "ended" && end === undefined) fail(event, "ends before its target");
        if (event.cause?.[1] !== end?.s) fail(event, "is not caused by its target's end");
        break;
      }
      case "lane.ended":
        if (endedAt.has(event.lane)) fail(event, "is the lane's second end");
        endedAt.set(event.lane, event);
        if (running === event.lane) running = null;
        if (state === undefined) break;
        if (event.how === "cancelled" && !delivered.has(event.lane)) fail(event, "was cancelled without a delivery");
        states.set(event.lane, "ended");
        break;
    }
  });
  for (const [lane, state] of states) if (state !== "ended") broken.push(`lane ${lane} has no end: ${state}`);
  for (const event of events) {
    if (event.kind !== "cancel.requested") continue;
    const settled = delivered.get(event.target)?.some((each) => each.id?.[1] === event.s);
    const end = endedAt.get(event.target);
    if (settled !== true && (end === undefined || end.s < event.s)) fail(event, "came to nothing");
  }
  return broken;
}
