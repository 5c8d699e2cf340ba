/** English: choosing a mode, running, and the parameters of a run. */
export const controls = {
  "mode.legend": "How to run it",
  "mode.threads": "Threads",
  "mode.coroutines": "Coroutines",
  "mode.processes": "Processes",
  "mode.side-by-side": "Side by side",
  "mode.locked": "A run is on. Stop it, or let it end, to choose another way.",

  "run.run": "Run",
  "run.again": "Run again",
  "run.preparing": "Getting ready…",
  "run.cancel": "Cancel",
  "run.cancel.hint": "Stop the spinner: sets the thread's flag, cancels the task. The program goes on to its answer.",
  "run.stop": "Stop",
  "run.stop.hint": "End the whole run at once.",
  "run.with-key": "{label} ({key})",

  "parameters.open": "Parameters",
  "parameters.title": "Parameters",
  "parameters.reset": "Reset",
  "parameters.close": "Done",
  "parameters.locked": "They apply to the next run.",
  "parameters.bounds": "{min} to {max} s",
  "parameters.length": "1 to {max} characters",
  "parameters.wrong": "Not used: {bounds}.",
  "unit.seconds": "s",
} as const;
