/**
 * Set-up of every test file in a mutation run. Properties run from one seed, and are not made small when they fail: what a
 * mutant did is known already. What StrykerJS does for the tests' own thread is done for the worker threads that they start:
 * they take the active mutant from the environment, and count what they cover in shared memory.
 */
import { setEnvironmentData } from "node:worker_threads";
import fc from "fast-check";
import { afterEach, beforeAll, beforeEach } from "vitest";
import { coverageKey, mostMutants } from "./shared-coverage.ts";

fc.configureGlobal({ seed: 1, endOnFailure: true });

/** What StrykerJS's instrumentation and its set-up share. */
interface Instrumentation {
  activeMutant?: string;
  currentTestId?: string;
  mutantCoverage?: { static: object; perTest: { [test: string]: { [mutant: string]: number } } };
}

declare global {
  var __stryker__: Instrumentation | undefined;
}

const shared = new Int32Array(new SharedArrayBuffer(mostMutants * Int32Array.BYTES_PER_ELEMENT));
setEnvironmentData(coverageKey, shared.buffer);

// After StrykerJS's own, which names the active mutant.
beforeAll(() => {
  const active = globalThis.__stryker__?.activeMutant;
  if (active !== undefined) process.env["__STRYKER_ACTIVE_MUTANT__"] = active;
});

beforeEach(() => {
  shared.fill(0);
});

afterEach(() => {
  const instrumentation = globalThis.__stryker__;
  if (instrumentation?.currentTestId === undefined) return;
  instrumentation.mutantCoverage ??= { static: {}, perTest: {} };
  const { perTest } = instrumentation.mutantCoverage;
  const covered = perTest[instrumentation.currentTestId] ?? {};
  perTest[instrumentation.currentTestId] = covered;
  shared.forEach((count, mutant) => {
    if (count > 0) covered[mutant] = (covered[mutant] ?? 0) + count;
  });
});
