/** The listings of two locks, two orders. */
import type { Listing } from "../listing.ts";
import coroutinesPython from "./programs/coroutines.py?raw";
import coroutines from "./programs/coroutines.ts?raw";
import threadsPython from "./programs/threads.py?raw";
import threads from "./programs/threads.ts?raw";

const lesson = "two-locks-two-orders";

export const twoLocksTwoOrdersListings: readonly Listing[] = [
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
