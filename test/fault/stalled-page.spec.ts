/**
 * Fault 10 and fault 22: a page that hangs, or stalls while threads write thousands of events a second. Main answers and does not
 * spin, its memory stays bounded, and once the page goes on it shows all there is: what was dropped is counted exactly.
 */

import { wholeNumber } from "../../core/i18n/index.ts";
import { dataFolder, expect, type LaunchedApp, launchApp } from "../e2e/app.ts";
import { clickMenu } from "../e2e/opened.ts";
import { alone } from "../support/alone.ts";
import { begin, exportByMenu, load, menuEnables, over, shownText } from "../support/faults/begin.ts";
import { figure, onIdleMachine } from "../support/faults/machine.ts";
import { memoryOfMain, pageProcess } from "../support/faults/processes.ts";
import { orLatePage, strike } from "../support/faults/recorded-death.ts";
import { spinsFast } from "../support/faults/spins-fast.ts";
import { readExported } from "../support/nothing-lost/exported-file.ts";
import { lostAfter } from "../support/nothing-lost/nothing-lost.ts";
import { plantedApp } from "../support/planted/planted-app.ts";
import { rounds } from "../support/soak.ts";
import { test } from "./one-app.ts";

/** Share of one core that main uses in so many ms. */
function mainsShare({ electron }: LaunchedApp, ms: number): Promise<number> {
  return electron.evaluate(async (_electron, duration) => {
    const before = process.cpuUsage();
    const since = performance.now();
    await new Promise((resolve) => setTimeout(resolve, duration));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000 / (performance.now() - since);
  }, ms);
}

test(
  "a page that hangs: main answers, Stop of the native menu ends the run, and nothing spins",
  alone,
  async ({ app }) => {
    test.setTimeout(180_000);
    await begin(app, { modes: ["threads", "coroutines"], parameters: { job: 30 } });
    const hung = await pageProcess(app);
    process.kill(hung, "SIGSTOP");
    try {
      const share = await mainsShare(app, 2_000);
      test.info().annotations.push({ type: "main's share of a core", description: share.toFixed(2) });
      expect(share).toBeLessThan(0.5);
      expect(await menuEnables(app, "stop")).toBe(true);
      const ended = await figure(async () => {
        const since = performance.now();
        await clickMenu(app, "stop");
        await over(app);
        return performance.now() - since;
      });
      expect(onIdleMachine(ended)).toBeLessThan(2_500);
      // The page could not say its last number: what it had not sent is unknown.
      const died = (producer: number) => producer === 1;
      expect(lostAfter({ exported: await exportByMenu(app), died, folders: [app.data] })).toEqual([]);
    } finally {
      process.kill(hung, "SIGCONT");
    }
    await expect(app.page.getByRole("button", { name: "Run again" })).toBeEnabled({ timeout: 30_000 });
    await begin(app, { modes: ["coroutines"], parameters: { job: 0.2 } });
    await over(app);
    expect(app.log()).not.toMatch(/uncaught|refused/i);
  },
);

test(
  "a page that stalls while threads write thousands of events a second: main's memory is bounded, all is shown afterwards, and what was dropped is counted",
  alone,
  async () => {
    const stalled = rounds(3_000, 30_000);
    test.setTimeout(180_000 + 3 * stalled);
    const app = await launchApp([], dataFolder(), await plantedApp(spinsFast, ["utility"]));
    try {
      await begin(app, { modes: ["threads"], parameters: { ...load, spinners: 4, job: stalled / 1_000 + 2 } });
      const page = await pageProcess(app);
      const before = await memoryOfMain(app);
      process.kill(page, "SIGSTOP");
      let most = 0;
      for (const since = performance.now(); performance.now() - since < stalled; ) {
        await new Promise((resolve) => setTimeout(resolve, 250));
        most = Math.max(most, (await memoryOfMain(app)) - before);
      }
      const { committed } = strike(app.data, () => process.kill(page, "SIGCONT"));
      await over(app);
      const exported = await exportByMenu(app);
      const died = orLatePage(exported, () => false);
      expect(lostAfter({ exported, committed, died, folders: [app.data] })).toEqual([]);
      const { check } = readExported(exported);
      const figures = `${committed.events.size} events when it went on, ${check.events} in all, ${check.dropped} dropped`;
      const memory = `main's memory grew by at most ${(most / 2 ** 20).toFixed()} MB`;
      test.info().annotations.push({ type: "figures", description: `${figures}; ${memory}` });
      expect(committed.events.size).toBeGreaterThan(5_000);
      expect(most / 2 ** 20).toBeLessThan(200);
      const shown = `events: ${wholeNumber(check.events)}\nlost: ${wholeNumber(check.dropped)}`;
      await expect.poll(() => shownText(app), { timeout: 30_000 }).toContain(shown);
      expect(app.log()).not.toMatch(/uncaught|refused/i);
    } finally {
      await app.close();
    }
  },
);
