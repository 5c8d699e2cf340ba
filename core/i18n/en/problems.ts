/** English: what went wrong, always with what to do. */
export const problems = {
  "problem.run": "The run could not start: {reason} Press Run to try again.",
  "problem.export":
    "The timeline was not saved: {reason}. The recording is still here: export it again, to another place.",
  "problem.export.damaged":
    "Saved as {path}, but {lost} of {of} events are missing: the recording's journal was damaged on the disk ({reason}). The file says where. The recording is kept as not saved.",
  "problem.journal.damaged":
    "{lost} of the recording's {of} events can't be shown: its journal was damaged on the disk ({reason}). An export says where they are missing.",
  "problem.journal.restored":
    "The recording's journal was moved or deleted while it was in use. It was put back as {path}: nothing is lost, as long as it stays there.",
  "problem.open": "{name} was not opened: {reason}. What was shown before is still here.",
  "open.cut": "{name} is not whole: {how}.",
  "problem.open.run": "{name} was not opened: a run is on. Stop it, or let it end, and open the file again.",
  "problem.open.no-path": "What was dropped is no file on this computer. Drop a .spinscope file.",
  "problem.earlier.run": "A run is on. Stop it, or let it end, to see the earlier recording.",
  "problem.earlier.none": "There is no earlier recording. Run again, and the one before is kept.",
  "problem.silent":
    "The utility process of the threads ({pid}) has not answered since {since}. Its threads may still run: wait, or press Stop to end it. What was recorded is kept.",
  "problem.no-threads":
    "The utility process of the threads ended again and again before it could be used ({reason}), and is not started any more. Press Run to try again; the log file says more: {log}",
  "problem.fatal": "{reason}\n\nStart Spinscope again. What was recorded is kept; the log file says more:\n{log}",
  "problem.start.switch":
    "Spinscope does not start with --{name}: the installed app takes no switches that write files, open ports, run commands or wait for a debugger. Start it without.",
  "problem.start.data":
    "Spinscope can't write into its data folder {folder} ({reason}). Make that writable, or start with --user-data-dir=FOLDER to use another.",
  "problem.start.suspended":
    "Spinscope is running already, but its process {pid} is suspended and can't answer. Let it go on (kill -CONT {pid}), or end it, and start again.",
  "problem.graphics":
    "The process that draws this window has died {deaths} times within a minute, and is started each time. The run and its recording go on; if the picture stands still, save the timeline and start Spinscope with --disable-gpu.",
  "problem.page":
    "Something in this window failed: {reason} The recording is safe. If the window looks wrong, restart Spinscope.",
  "problem.bridge": "This page only works inside the Spinscope app. Start it with npm start.",
} as const;
