/**
 * What the command line prints when it is asked for help, or not understood.
 */
export const usage = `spinscope: one spinner as threads and as coroutines, for real

  lessons [--json]                     the lessons, with the modes each runs in
  run LESSON [options]                 runs a lesson here, in the terminal
      --mode threads|coroutines|processes|all   which way (all: every way the lesson has, started together)
      --gil on|off                     with or without the global interpreter lock
      --set name=value                 a parameter of the lesson; may be repeated
      --seed N                         a whole number, kept in the recording
      --export FILE                    writes the recording; the format by the file's ending; may be repeated
      --json                           one JSON object on the last line instead of the consoles
  convert IN OUT                       from one format to another, by the files' endings
  stats IN [--json]                    the numbers of a recording
  check IN                             verifies a recording's invariants

Exit codes: 0 done · 1 it differs from what was expected · 2 bad arguments or an unreadable file`;
