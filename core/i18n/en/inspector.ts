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
  "look-here.none": "Each gets its number on the timeline once the run has come to it.",

  "events.title": "Events in sight, as a table",
  "events.caption": "From {from} to {to}: {shown} of {total} events.",
  "events.waiting": "No events are in sight.",
  "events.at": "at, s",
  "events.lane": "lane",
  "events.what": "what",
  "events.lasts": "takes",
} as const;
