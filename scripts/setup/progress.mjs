// Tells what the set-up does while it does it. Everything goes to standard error: standard output belongs to the
// commands, whose last line (`--json`, `N passed, N failed`) is a promise.

/** How often a long step says that it is still going on, in ms. */
const HEARTBEAT_MS = 10_000;

/**
 * Says one line about the set-up.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`spinscope: ${text}\n`);
}

/**
 * Runs a step that may take more than a second: says when it begins, every ten seconds that it goes on, and when it
 * is done, with the time it took.
 * @template T
 * @param {string} label what is being done, as "Installing the dependencies"
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  say(`${label} …`);
  const heartbeat = setInterval(() => say(`${label}: still going on after ${seconds()} s`), HEARTBEAT_MS);
  try {
    const result = await work();
    say(`${label}: done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

/** A reason why the set-up cannot go on, with its remedy: printed as it is, without a stack. */
export class SetupError extends Error {
  /** @override */
  name = "SetupError";
}
