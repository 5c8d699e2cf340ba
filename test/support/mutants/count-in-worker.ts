/**
 * Imported first by the entries of the tests' worker threads. In a mutation run the instrumented sources that follow count
 * what they cover in memory that the test's thread reads (mutants-setup.ts); in any other run it does nothing.
 */
import { getEnvironmentData } from "node:worker_threads";
import { coverageKey } from "./shared-coverage.ts";

const shared: unknown = getEnvironmentData(coverageKey);
if (shared instanceof SharedArrayBuffer) {
  const counts = new Int32Array(shared);
  Object.assign(globalThis, { __stryker__: { mutantCoverage: { static: counts, perTest: {} } } });
}
