/** The listings of a thread for the blocking call. */
import type { Listing } from "../listing.ts";
import coroutinesPython from "./programs/coroutines.py?raw";
import coroutines from "./programs/coroutines.ts?raw";

const lesson = "a-thread-for-the-blocking-call";

export const aThreadForTheBlockingCallListings: readonly Listing[] = [
  {
    lesson,
    mode: "coroutines",
    file: "coroutines.ts",
    source: coroutines,
    python: { file: "coroutines.py", source: coroutinesPython },
  },
];
