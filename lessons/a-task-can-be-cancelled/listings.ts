/** The listings of a task can be cancelled. */
import type { Listing } from "../listing.ts";
import coroutinesPython from "./programs/coroutines.py?raw";
import coroutines from "./programs/coroutines.ts?raw";

const lesson = "a-task-can-be-cancelled";

export const aTaskCanBeCancelledListings: readonly Listing[] = [
  {
    lesson,
    mode: "coroutines",
    file: "coroutines.ts",
    source: coroutines,
    python: { file: "coroutines.py", source: coroutinesPython },
  },
];
