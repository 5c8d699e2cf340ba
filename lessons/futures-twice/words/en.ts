import type { LessonWords } from "../../lesson.ts";

/** The lesson's words in English. */
export const words: LessonWords = {
  title: "Futures, twice",
  before:
    "Two futures of the same name and nearly the same methods. The pool's is made by submit, and asking for its result blocks " +
    "the thread that asks. asyncio's is made by createTask, and has no result to wait for: it is awaited. Watch who blocks.",
  after:
    "result(timeout) really blocked the supervisor's thread, gave up, and blocked again. The task's result() threw at once: " +
    "yield* waits in its place, and takes a coroutine, a task, or the future of a plain function alike. The two are not " +
    "interchangeable: a pool's future can't be awaited until wrapFuture has made one of asyncio's. A loop may make its own " +
    "kind of tasks: its task factory decides the class of what createTask returns.",
  parameters: {
    job: "The job takes",
    timeout: "First waits no longer than",
  },
  lookHere: {
    "gives-up": "result(timeout) blocks this thread. When the time is up it throws TimeoutError, and the job goes on.",
    working: "The pool's thread has taken the call. From here on cancel() gives False; the queued call was cancelled.",
    callback: "The done callback runs in the pool's thread, and asks for a result that is there: it does not block.",
    "in-the-loop":
      "An event loop in this thread: wrapFuture has made a future of asyncio's, and the loop waits for it.",
    "at-once": "result() of a pending task throws InvalidStateError at once. It takes no timeout, and it never blocks.",
    scheduled: "createTask has scheduled and wrapped the coroutine in one call, as submit did with the function.",
    awaited: "yield* gives the task's result. Neither addDoneCallback nor result() was needed.",
    promised: "A plain function that returns a future: yield* does not ask which of the two it was.",
  },
};
