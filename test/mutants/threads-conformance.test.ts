/**
 * The conformance scenarios of threads, each as a test, for mutation runs of the threads' folders: what a mutant breaks is
 * found by the scenarios that cover it. `npm run conformance` is the same for people, and runs the random programs too.
 */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inProject } from "../../scripts/setup/project.mjs";
import { readScenario, scenarioNames } from "../conformance/scenario-files.ts";
import { BodiesHost } from "../conformance/threads/bodies-host.ts";
import { differenceOfBodies, limitOf } from "../conformance/threads/compare-bodies.ts";
import { buildWorkerEntry } from "../support/threads/real-threads.ts";

const folder = inProject("test", "conformance", "threads", "scenarios");
let threads: BodiesHost;

beforeAll(async () => {
  const entry = join("test", "conformance", "threads", "thread-worker.ts");
  threads = new BodiesHost(await buildWorkerEntry(entry, "out/test-threads/conformance"));
});
afterAll(() => threads.close());

describe("core/threading does what CPython does", () => {
  test.each(scenarioNames(folder))("%s", async (name) => {
    const { scenario, expected, file } = readScenario(folder, name);
    const limit = Math.min(limitOf(scenario), 4_000);
    expect(differenceOfBodies(expected, await threads.run(file, limit, "on"))).toBeNull();
  });
});
