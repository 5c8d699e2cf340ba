/** English: what went wrong, always with what to do. */
export const problems = {
  "problem.run": "The run could not start: {reason} Press Run to try again.",
  "problem.export": "The timeline was not saved: {reason}",
  "problem.page":
    "Something in this window failed: {reason} The recording is safe; reload the window with the View menu if it looks wrong.",
  "problem.bridge": "This page only works inside the Spinscope app. Start it with npm start.",
} as const;
