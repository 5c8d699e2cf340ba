/** English: the window's head and foot. */
export const windowTexts = {
  "app.name": "spinscope",
  "app.title": "Spinscope",
  "language.name": "English",

  "theme.system": "Theme: as the system",
  "theme.dark": "Theme: dark",
  "theme.light": "Theme: light",
  "theme.change": "{theme}. Click to change.",

  "lessons.button": "Lessons",
  "lessons.locked": "A run is on. Stop it, or let it end, to open another lesson.",

  "lessons.unknown": "A recording from elsewhere",
  "lessons.unknown.words":
    "This version of Spinscope has no lesson named “{lesson}”: what was recorded is shown without its programs.",

  "header.open": "Open",
  "header.open.hint": "Open a recording (.spinscope)",
  "header.cut": "cut short",
  "header.file": "File",
  "header.earlier": "Earlier recording",
  "opening.label": "Opening {name}",
  "opening.cancel": "Cancel opening",
  "drop.here": "Drop a recording (.spinscope) to open it.",
  "drop.not-now": "A run is on. Stop it, or let it end, and drop the recording again.",

  "region.lessons": "Lessons",
  "region.guide": "About this lesson",
  "region.stage": "Programs",
  "region.controls": "Run",
  "region.timeline": "Timeline",
  "region.details": "Selected on the timeline",
  "region.inspector": "Measurements",
  "region.notices": "What is wrong now",

  "note.dismiss": "Dismiss",
  "note.saved": "Saved to {path}",

  "announce.running": "Running: {modes}.",
  "announce.cancelled": "The spinner was asked to stop.",
  "announce.ended": "The run has ended. {results}",
  "announce.opened": "Opened {name}.",
  "announce.result": "{mode}: {outcome}.",
} as const;
