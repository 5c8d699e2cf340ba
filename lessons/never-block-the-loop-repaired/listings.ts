/** The listings of the repair of never block the loop; its threads' program is that lesson's own. */
import type { Listing } from "../listing.ts";
import threadsPython from "../never-block-the-loop/programs/threads.py?raw";
import threads from "../never-block-the-loop/programs/threads.ts?raw";
import coroutinesPython from "./programs/coroutines.py?raw";
import coroutines from "./programs/coroutines.ts?raw";

const lesson = "never-block-the-loop-repaired";

export const neverBlockTheLoopRepairedListings: readonly Listing[] = [
  {
    lesson,
    mode: "threads",
    file: "threads.ts",
    source: threads,
    python: { file: "threads.py", source: threadsPython },
  },
  {
    lesson,
    mode: "coroutines",
    file: "coroutines.ts",
    source: coroutines,
    python: { file: "coroutines.py", source: coroutinesPython },
  },
];
