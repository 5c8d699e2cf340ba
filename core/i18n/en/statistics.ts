/** English: the measurements of a run. Durations stand in columns that bear their unit. */
export const statistics = {
  "statistics.title": "This run, in ms",
  "statistics.before":
    "After a run the numbers stand here: how late the frames came, and how long the spinner took to stop.",
  "statistics.p50": "p50",
  "statistics.p95": "p95",
  "statistics.max": "max",
  "statistics.n": "n",
  "statistics.frame-late": "How late the frames came",
  "statistics.stop": "Until the stop was noticed",
  "statistics.end": "Until it had ended",
  "statistics.message": "Messages between processes",
  "statistics.asked-seen": "asked → seen",
  "statistics.requested-delivered": "requested → delivered",
  "statistics.delivered-ended": "delivered → ended",
  "statistics.join": "join",
  "statistics.await": "await",
  "statistics.frame-late.hint": "How much later than its interval each frame of the spinner came.",
  "statistics.stop.hint":
    "Threads: from writing the flag to the thread looking at it. Coroutines: from cancel() to CancelledError at the yield*.",
  "statistics.end.hint":
    "join, await: from asking until the other had ended and the one who asked went on. delivered → ended: from CancelledError at the yield* to the end of the task.",
  "statistics.message.hint": "From sent in one process to received in another.",
  "statistics.few": "* n is small: no p95 below {few} values.",
  "statistics.clock": "clock error ≤ {error}",
  "statistics.clock.one": "one clock for all",
  "statistics.clock.unknown": "clock error not known yet",
  "statistics.events": "events: {events}",
  "statistics.past": "programs as at {at} s:",
  "statistics.past.end": "show their end",
  "statistics.lost": "lost: {lost}",
} as const;
