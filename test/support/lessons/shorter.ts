/**
 * Parameters with which a lesson is over sooner, and shows all that it shows with its own: for tests to which it does not
 * matter how long it takes. By the lesson's id, then by the parameter's name; a lesson that is not here takes its own.
 */
export const shorter: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "one-job-two-ways": { job: 0.5, spinners: 3 },
  "threads-have-to-be-asked": { quick: 0.2, slow: 1, job: 0.5 },
  "a-task-can-be-cancelled": { job: 0.3 },
  "joining-and-awaiting": { turns: 12 },
  "futures-twice": { job: 1, timeout: 0.3 },
  "a-thread-for-the-blocking-call": { job: 0.5 },
  "never-block-the-loop": { calm: 0.3 },
  "never-block-the-loop-repaired": { calm: 0.3, block: 0.5 },
  "two-locks-two-orders": { patience: 0.5 },
};
