/**
 * Node's timers, each with its own way back.
 */

/** Calls `action` once, after so many ms; returns what takes it back. */
export function after(ms: number, action: () => void): () => void {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
}

/** Calls `action` every so many ms; returns what ends that. */
export function every(ms: number, action: () => void): () => void {
  const timer = setInterval(action, ms);
  return () => clearInterval(timer);
}
