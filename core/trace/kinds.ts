/**
 * The vocabulary of a recording: event kinds, and the words some of them carry. Codes are what columns and
 * rings hold; they are positions in these lists, so the lists only ever grow at their end.
 */

/** Every kind of event, in the order of its code. */
export const kinds = [
  "lane.created",
  "lane.started",
  "lane.ended",
  "ready",
  "run",
  "wait",
  "turn.began",
  "turn.ended",
  "callback.ready",
  "callback.run",
  "callback.ended",
  "timer.set",
  "timer.fired",
  "timer.dropped",
  "future.created",
  "future.settled",
  "cancel.requested",
  "cancel.delivered",
  "cancel.refused",
  "signal.set",
  "signal.seen",
  "join.began",
  "join.ended",
  "lock.asked",
  "lock.taken",
  "lock.freed",
  "message.sent",
  "message.received",
  "message.handled",
  "output",
  "line",
  "clock",
  "gap",
] as const;
export type Kind = (typeof kinds)[number];

/** A kind's code: its place in `kinds`. */
export const Code = {
  laneCreated: 0,
  laneStarted: 1,
  laneEnded: 2,
  ready: 3,
  run: 4,
  wait: 5,
  turnBegan: 6,
  turnEnded: 7,
  callbackReady: 8,
  callbackRun: 9,
  callbackEnded: 10,
  timerSet: 11,
  timerFired: 12,
  timerDropped: 13,
  futureCreated: 14,
  futureSettled: 15,
  cancelRequested: 16,
  cancelDelivered: 17,
  cancelRefused: 18,
  signalSet: 19,
  signalSeen: 20,
  joinBegan: 21,
  joinEnded: 22,
  lockAsked: 23,
  lockTaken: 24,
  lockFreed: 25,
  messageSent: 26,
  messageReceived: 27,
  messageHandled: 28,
  output: 29,
  line: 30,
  clock: 31,
  gap: 32,
  /** A kind from a newer version: its whole text is kept and shown as such. */
  unknown: 255,
} as const;

/** How a lane ends (`lane.ended`) and how a future settles (the first three). */
export const ends = ["returned", "raised", "cancelled", "killed", "abandoned", "open"] as const;
export type End = (typeof ends)[number];

/** Why a lane waits. `block` (tasks): it holds the loop's thread meanwhile. */
export const whys = ["sleep", "future", "lock", "gil", "join", "message", "io", "block"] as const;
export type Why = (typeof whys)[number];

/** How a join ends. */
export const joinEnds = ["ended", "timeout", "cancelled"] as const;
export type JoinEnd = (typeof joinEnds)[number];

/** Which of a program's two streams was written to. Where it is not said, it is the first. */
export const streams = ["stdout", "stderr"] as const;
export type Stream = (typeof streams)[number];
/** What `code` holds of an output on standard error: one more than its place, since 0 says that none is named. */
export const onStderr = 2;

/** What a lane stands for. */
export const laneKinds = ["process", "thread", "loop", "task", "lock"] as const;
export type LaneKind = (typeof laneKinds)[number];

/** Which of the three ways of running a lane belongs to; `main` is the app itself. */
export const runtimes = ["main", "threads", "processes", "coroutines"] as const;
export type Runtime = (typeof runtimes)[number];

/** Code of a word in one of the lists above. */
export function codeOf<Word extends string>(list: readonly Word[], word: Word): number {
  return list.indexOf(word);
}

/** Word of a code. @throws RangeError for a code that the list does not have. */
export function wordOf<Word extends string>(list: readonly Word[], code: number): Word {
  const word = list[code];
  if (word === undefined) throw new RangeError(`code ${code} is not one of ${list.join(", ")}`);
  return word;
}
