/** English: what is selected on the timeline, the moments to look at, and the table of events. */
export const inspector = {
  "details.on": "On",
  "details.at": "At",
  "details.lasts": "Takes",
  "details.lasts-so-far": "So far",
  "details.why": "Why",
  "details.cause": "Caused by",
  "details.leads-to": "Leads to",
  "details.related": "{what} · {lane} · {apart}",
  "details.deselect": "Deselect",
  "details.fit": "Fit it",

  "look-here.title": "Look here",
  "look-here.go": "{number}. {sentence}",
  "look-here.elsewhere": "(not in this run)",
  "guide.alone": "Run it side by side to compare.",
  "look-here.none": "Each gets its number on the timeline once the run has come to it.",

  "events.title": "Events in sight, as a table",
  "events.caption": "From {from} to {to}: entries: {total}.",
  "events.caption.first": "From {from} to {to}: the first {shown} of {total} entries. Zoom in to see the rest.",
  "events.waiting": "No events are in sight.",
  "events.at": "at, s",
  "events.what": "lane, and what",
  "events.lasts": "takes",
} as const;
