/**
 * Starts the timeline's worker. The page may turn a text into a script's address by one Trusted Types policy only, and
 * that policy lets through one address only: this one.
 */
import workerPath from "./timeline-worker.ts?worker&url";

/** Named in the page's Content Security Policy. */
const policyName = "spinscope-worker";

/**
 * The part of Trusted Types that is used here; TypeScript's lib has none of it. What `createScriptURL` gives is a
 * TrustedScriptURL, which `new Worker` takes as it takes a string.
 */
interface TrustedTypesOfWindow {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypesOfWindow;
  }
}

const policy = window.trustedTypes?.createPolicy(policyName, {
  createScriptURL: (address) => {
    if (address !== workerPath) throw new TypeError(`${address} is not the timeline's worker`);
    return address;
  },
});

/** A fresh worker of the timeline. */
export function createTimelineWorker(): Worker {
  const address = policy?.createScriptURL(workerPath) ?? workerPath;
  return new Worker(address, { type: "module", name: "timeline" });
}
