// How often two threads lose updates of one counter: a hundred races with and without the GIL, and none with a lock.
import { afterAll, beforeAll, expect, test } from "vitest";
import { rounds as soakRounds } from "../../support/soak.ts";
import { buildTestWorker, RealThreads } from "../../support/threads/real-threads.ts";

/** As the lesson has it: several switch intervals of the GIL in each race. */
const race = { times: 100, effort: 24 };

let threads: RealThreads;
beforeAll(async () => {
  threads = new RealThreads(await buildTestWorker("out/test-threads/races"));
}, 60_000);
afterAll(() => threads.close());

/** What each race lost; told, since how much it was is worth knowing. */
async function losses(program: string, gil: "on" | "off", rounds: number): Promise<readonly number[]> {
  const { outcome, events } = await threads.run(program, { ...race, rounds, gil });
  const lost = Array.isArray(outcome.value) ? outcome.value.map(Number) : [];
  expect([outcome.how, lost.length, events.length > rounds]).toEqual(["returned", rounds, true]);
  const runs = lost.filter((updates) => updates > 0).length;
  const median = lost.toSorted((a, b) => a - b)[Math.floor(rounds / 2)];
  process.stdout.write(
    `${program}, GIL ${gil}: ${runs} of ${rounds} races lost updates, in the median ${median} of 200\n`,
  );
  return lost;
}

test.each(["on", "off"] as const)(
  "with the GIL %s at least 95 of 100 races without a lock lose updates",
  async (gil) => {
    const lost = await losses("races without a lock", gil, 100);
    expect(lost.filter((updates) => updates > 0).length).toBeGreaterThanOrEqual(95);
  },
  240_000,
);

test.each(["on", "off"] as const)(
  "with the GIL %s no race with a lock loses any",
  async (gil) => {
    const rounds = soakRounds(25, 100);
    expect(await losses("races with a lock", gil, rounds)).toEqual(Array.from({ length: rounds }, () => 0));
  },
  240_000,
);
