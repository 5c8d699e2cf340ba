/** English: the timeline, in the page and as its worker draws it. */
export const timeline = {
  "timeline.label": "Timeline of the run, {lanes} lanes, {seconds} s",
  "timeline.empty": "Press Run ({key}): every thread and task gets a lane here, on one clock.",
  "timeline.waiting": "Getting ready…",
  "timeline.fit": "Fit all",
  "timeline.follow": "Follow",
  "timeline.zoom-in": "Zoom in",
  "timeline.zoom-out": "Zoom out",
} as const;
