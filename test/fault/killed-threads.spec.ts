/**
 * Fault 1: thread hosts killed at random moments under load. Their lanes are abandoned with the cause within 100 ms, what
 * was committed is kept and what is unknown is owned, and a new host answers within a second. The same check fails in an
 * app that takes a dead producer's tail for known.
 */

import { dataFolder, expect, type LaunchedApp, launchApp, test } from "../e2e/app.ts";
import { threadHosts } from "../e2e/processes.ts";
import { alone } from "../support/alone.ts";
import { begin, exportByMenu, load, over } from "../support/faults/begin.ts";
import { figureText, onIdleMachine, slowness } from "../support/faults/machine.ts";
import { threadHost } from "../support/faults/processes.ts";
import { endsOf, ofThreads, originOf, orLatePage, strike } from "../support/faults/recorded-death.ts";
import { readExported } from "../support/nothing-lost/exported-file.ts";
import { lostAfter } from "../support/nothing-lost/nothing-lost.ts";
import { plantedApp } from "../support/planted/planted-app.ts";
import type { PlantedBug } from "../support/planted/planted-bug.ts";
import { rounds } from "../support/soak.ts";

const tailTakenForKnown: PlantedBug = {
  name: "dead-producer-with-a-known-tail",
  module: "core/runs/mode-run.ts",
  right: "this.#recording?.loseTails(owns);",
  wrong: "",
};

/** Kills the host of a run after so many ms of it. Gives what was lost, how lanes ended, and ms until the last had. */
async function killDuringRun(app: LaunchedApp, moment: number) {
  await begin(app, { modes: ["threads"], parameters: load });
  await new Promise((resolve) => setTimeout(resolve, moment));
  const host = await threadHost(app);
  const before = slowness();
  const struck = strike(app.data, () => process.kill(host, "SIGKILL"));
  await over(app);
  const abandoned = { slowness: Math.max(before, slowness()) };
  const exported = await exportByMenu(app);
  const died = orLatePage(exported, ofThreads);
  const lost = lostAfter({ exported, committed: struck.committed, died, folders: [app.data] });
  const ends = endsOf(readExported(exported), ofThreads);
  const last = originOf(struck.journal) + Math.max(...ends.map(({ t }) => t));
  return { lost, ends, abandoned: { ...abandoned, ms: (last - struck.at) / 1_000 } };
}

/** ms from each death to the next host's first answer, by the app's log. */
function restarts(app: LaunchedApp): number[] {
  let died: number | undefined;
  return app
    .log()
    .split("\n")
    .flatMap((line) => {
      const at = Date.parse(line.slice(1, 24).replace(" ", "T"));
      if (/Spinscope threads \d+ died/.test(line)) died = at;
      if (died === undefined || !/Spinscope threads \d+ answers/.test(line)) return [];
      const waited = at - died;
      died = undefined;
      return [waited];
    });
}

function note(what: string, description: string): void {
  test.info().annotations.push({ type: what, description });
}

test(
  "thread hosts killed at random moments under load are abandoned at once with their cause, nothing committed is lost, and the next one is ready",
  alone,
  async ({ app }) => {
    const deaths = rounds(4, 40);
    test.setTimeout(120_000 + deaths * 15_000);
    let slowest = 1;
    for (let death = 0; death < deaths; death++) {
      const { lost, ends, abandoned } = await killDuringRun(app, Math.random() * 700);
      note("ms from death to the last abandoned lane", figureText(abandoned));
      expect(lost).toEqual([]);
      expect(ends.length).toBeGreaterThan(0);
      for (const { lane, how, error } of ends) {
        const cause = /^The utility process of the threads died \(killed, code \d+\)/;
        expect([lane, how, error]).toEqual([lane, "abandoned", expect.stringMatching(cause)]);
      }
      expect(onIdleMachine(abandoned)).toBeLessThan(100);
      slowest = Math.max(slowest, abandoned.slowness);
    }
    await begin(app, { modes: ["threads"], parameters: { job: 0.2 } });
    await over(app);
    const last = readExported(await exportByMenu(app));
    expect(endsOf(last, ofThreads).find(({ lane }) => lane === "MainThread")?.how).toBe("returned");
    await expect.poll(async () => (await threadHosts(app)).length).toBe(1);
    const waits = restarts(app);
    note("ms from death to the next answer", waits.join(", "));
    expect(waits).toHaveLength(deaths);
    expect(Math.max(...waits) / slowest).toBeLessThan(1_000);
    expect(app.log()).not.toMatch(/uncaught|refused/i);
  },
);

test("an app that takes the tail of a dead producer for known is found out", async () => {
  test.setTimeout(180_000);
  const app = await launchApp([], dataFolder(), await plantedApp(tailTakenForKnown, ["main"]));
  try {
    const { lost } = await killDuringRun(app, 300);
    expect(lost.join("\n")).toContain("N3: the tail of producer 16 is known, though it died");
  } finally {
    await app.close();
  }
});
