/** English: recordings of an app that died, offered at the next start. */
export const recovery = {
  "recovery.region": "Recovered recordings",
  "recovery.offer":
    "Spinscope ended before this recording was saved: {title}, {when}, {events} events. Everything that had reached the disk is there.",
  "recovery.offer.set-aside":
    "Spinscope ended before this recording was saved: {title}, {when}, {events} events. What could not be read was set aside as {file}.",
  "recovery.open": "Open it",
  "recovery.open.hint": "Open the recovered recording",
  "recovery.save": "Save it…",
  "recovery.save.hint": "Save the recovered recording as a file",
  "recovery.later": "Not now",
  "recovery.later.hint": "Leave it in File > Recovered Recordings",
  "recovery.cause": "Spinscope ended before the run did.",
  "header.recovered": "recovered",
  "menu.recovered": "Recovered Recordings",
  "menu.recovered.item": "{name}, {events} events",
  "problem.recovery.run": "A run is on. Stop it, or let it end, and open the recovered recording then.",
  "problem.recovery.none": "That recovered recording is no longer offered: it was opened or saved already.",
  "problem.recovery.failed":
    "A recording of an earlier Spinscope can’t be recovered yet ({name}: {reason}). Nothing of it was removed: free some space, or see the log file, and start Spinscope again.",
} as const;
