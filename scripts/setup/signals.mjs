// What a signal does to a command: it ends it, with its exit listeners run (or a virtual display would be left behind),
// unless a program runs in our place. Then that program decides how to end, and we end with it.
import { constants } from "node:os";

/** @typedef {"SIGINT" | "SIGTERM" | "SIGHUP"} EndingSignal */

/** @type {((signal: EndingSignal) => void) | undefined} */
let receiver;

/** Lets signals end this process in order. To be called once, by the command. */
export function endOnSignals() {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      if (receiver) receiver(signal);
      else process.exit(128 + constants.signals[signal]);
    });
  }
}

/**
 * Hands signals to somebody else; undefined takes them back.
 * @param {typeof receiver} other
 */
export function handSignalsTo(other) {
  receiver = other;
}
