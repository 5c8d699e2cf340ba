/** English: the window's head and foot. */
export const windowTexts = {
  "app.name": "spinscope",
  "app.title": "Spinscope",
  "language.name": "English",

  "header.export": "Export",
  "header.export.label": "Export the timeline",
  "header.export.spinscope": "Timeline",
  "header.export.spinscope.detail": "every event, opens in Spinscope again (.spinscope)",
  "header.export.trace-event": "Chrome trace",
  "header.export.trace-event.detail": "opens in Perfetto and chrome://tracing (.trace.json)",
  "header.export.empty": "There is nothing to export yet. Press Run first.",
  "theme.system": "Theme: as the system",
  "theme.dark": "Theme: dark",
  "theme.light": "Theme: light",
  "theme.change": "{theme}. Click to change.",

  "region.stage": "Programs",
  "region.controls": "Run",
  "region.timeline": "Timeline",
  "region.inspector": "Measurements",

  "note.dismiss": "Dismiss",
  "note.saved": "Saved to {path}",

  "announce.running": "Running: {modes}.",
  "announce.cancelled": "The spinner was asked to stop.",
  "announce.ended": "The run has ended. {results}",
  "announce.result": "{mode}: {outcome}.",
} as const;
