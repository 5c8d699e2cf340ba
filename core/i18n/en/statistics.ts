/** English: the measurements of a run. Durations stand in the cells with their own units. */
export const statistics = {
  "statistics.title": "This run",
  "statistics.before":
    "After a run the numbers stand here: how late the frames came, and how long the spinner took to stop.",
  "statistics.frames": "frames",
  "statistics.frame-late.p50": "frame late, p50",
  "statistics.frame-late.p95": "frame late, p95",
  "statistics.asked-seen": "asked → seen",
  "statistics.requested-delivered": "requested → delivered",
  "statistics.delivered-ended": "delivered → ended",
  "statistics.join": "join",
  "statistics.await": "await",
  "statistics.message": "message, p50",
  "statistics.frames.hint": "How often the spinner drew itself.",
  "statistics.frame-late.hint": "How much later than its interval each frame came.",
  "statistics.stop.hint":
    "Threads: from writing the flag to the thread looking at it. Coroutines: from cancel() to CancelledError at the yield*.",
  "statistics.ended.hint": "From CancelledError at the yield* to the end of the task.",
  "statistics.join.hint": "From asking to join, or to await, until the other had ended and the one who asked went on.",
  "statistics.message.hint": "From sent in one process to received in another.",
  "statistics.sample": "p50, p95: over all frames. The rest: medians.",
  "statistics.small": "Few frames: p95 is simply the latest of them.",
  "statistics.clock": "clock error ≤ {error}",
  "statistics.clock.one": "one clock for all",
  "statistics.clock.unknown": "clock error not known yet",
  "statistics.events": "events: {events}",
  "statistics.lost": "lost: {lost}",
} as const;
