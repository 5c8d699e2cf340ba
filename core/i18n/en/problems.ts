/** English: what went wrong, always with what to do. */
export const problems = {
  "problem.run": "The run could not start: {reason} Press Run to try again.",
  "problem.export":
    "The timeline was not saved: {reason}. The recording is still here: export it again, to another place.",
  "problem.page":
    "Something in this window failed: {reason} The recording is safe. If the window looks wrong, restart Spinscope.",
  "problem.bridge": "This page only works inside the Spinscope app. Start it with npm start.",
} as const;
