/**
 * Does something once when the present turn's work is done, however often it was asked for: what is told of a run must
 * not stand between its origin and the messages that start it.
 */

/** A function that arranges `action` for the end of the turn. */
export function onceATurn(action: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      action();
    });
  };
}
