/**
 * English: the stage. A state says what a program's main line of execution is doing now, in the field's words; a
 * lane's state (`lane.*`) is the same for one thread or task.
 */
export const stage = {
  "place.threads": "utility process {pid} · {lanes}",
  "place.coroutines": "renderer {pid} · one thread · {lanes}",
  "place.processes": "processes · {lanes}",
  "place.threads.before": "a utility process · MainThread, Thread-1",
  "place.coroutines.before": "this window's one thread · Task-1, Task-2",
  "place.processes.before": "one process each, no memory shared",

  "console.label": "{mode}: console",
  "console.empty": "The console is empty until you press Run.",
  "listing.label": "{mode}: listing of {file}",
  "listing.lines": "{file} · lines: {lines}",
  "listing.runs-here": "{lane} runs here",
  "listing.waits-here": "{lane} waits here",

  "state.idle": "not run yet",
  "state.preparing": "getting ready",
  "state.running": "running",
  "state.ready": "ready, waits its turn",
  "state.blocked-sleep": "blocked in sleep",
  "state.blocked-join": "blocked in join of {lane}",
  "state.blocked-lock": "blocked, wants {lock}",
  "state.waiting-gil": "waits for the GIL",
  "state.waiting-message": "waits for a message",
  "state.waiting-io": "waits for an answer",
  "state.sleeping": "sleeping, holds no thread",
  "state.awaiting": "awaiting {lane}",
  "state.awaiting-future": "awaiting a future",
  "state.blocking-loop": "blocks the whole loop",
  "state.asked": "asked to stop {ms} ago",
  "state.seen": "saw the flag {ms} after it was set",
  "state.cancel-requested": "cancel requested {ms} ago",
  "state.cancelled": "cancelled {ms} after the request",
  "state.returned": "returned {value}",
  "state.raised": "raised {error}",
  "state.stopped": "stopped by you",
  "state.lost": "its process died",
  "state.ended": "ended",
} as const;
