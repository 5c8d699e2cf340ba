/** Something that the loop can run once: a handle, or a task's next step. It must not throw. */
export interface Runnable {
  run(): void;
}
