/** English: the formats that a timeline can be exported in, and what an exported picture says of itself. */
export const exportTexts = {
  "header.export": "Export",
  "header.export.label": "Export the timeline",
  "header.export.empty": "There is nothing to export yet. Press Run first.",
  "header.export.spinscope": "Timeline",
  "header.export.spinscope.detail": "every event, opens in Spinscope again (.spinscope)",
  "header.export.trace-event": "Chrome trace",
  "header.export.trace-event.detail": "opens in Perfetto and chrome://tracing (.trace.json)",
  "header.export.csv": "Table",
  "header.export.csv.detail": "one row an event, for spreadsheets and scripts (.csv)",
  "header.export.svg": "Picture",
  "header.export.svg.detail": "the whole timeline as a drawing (.svg)",

  "menu.export.spinscope": "Export Timeline…",
  "menu.export.trace-event": "Export Chrome Trace…",
  "menu.export.csv": "Export Table…",
  "menu.export.svg": "Export Picture…",

  "dialog.export.title": "Export the timeline",
  "dialog.export.button": "Export",
  "dialog.filter.all": "All files",
  "dialog.filter.spinscope": "Spinscope recording",
  "dialog.filter.trace-event": "Chrome trace",
  "dialog.filter.csv": "Comma-separated values",
  "dialog.filter.svg": "SVG picture",

  "svg.title": "Spinscope timeline: {lesson} ({modes})",
  "svg.description": "Recorded {started} by {app}. Lanes: {lanes}. Events: {events}. Lost: {lost}.",
  "svg.more-lanes": "Further lanes in the recording, not drawn here: {count}",
} as const;
