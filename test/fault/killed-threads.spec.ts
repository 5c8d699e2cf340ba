/**
 * Fault 1 and 9, in small: thread hosts killed at random moments, and runs begun and stopped as fast as they can be. The
 * app lives, each lane has one end, losses are said, and no process is left over.
 */
import { expect, test } from "../e2e/app.ts";
import { endsByName, exportedTimeline } from "../e2e/exported.ts";
import { threadHosts } from "../e2e/processes.ts";
import { button, ended, run, setJob } from "../e2e/window.ts";

test("thread hosts killed at random moments are abandoned, and the next run is whole", async ({ app }) => {
  test.setTimeout(120_000);
  await setJob(app.page, 3);
  for (const moment of [0, 20, 90, 200, 450, 700]) {
    await run(app.page, "Threads");
    await app.page.waitForTimeout(moment);
    const killedAt = Date.now();
    for (const host of await threadHosts(app)) process.kill(host, "SIGKILL");
    await ended(app.page);
    expect(Date.now() - killedAt).toBeLessThan(1_500);
    const recording = await exportedTimeline(app);
    const ends = endsByName(recording);
    expect(Object.keys(ends)).toHaveLength(recording.header.lanes.length);
    for (const lane of recording.header.lanes.filter(({ runtime }) => runtime === "threads")) {
      expect(ends[lane.name], `${lane.name}, killed after ${moment} ms`).toBe("abandoned");
    }
  }
  await setJob(app.page, 0.5);
  await run(app.page, "Threads");
  await ended(app.page);
  expect(endsByName(await exportedTimeline(app))["MainThread"]).toBe("returned");
});

test("runs begun and stopped as fast as they can be end as often as they began, and leave one spare host", async ({
  app,
}) => {
  test.setTimeout(120_000);
  await setJob(app.page, 20);
  for (let round = 0; round < 15; round++) {
    await run(app.page, "Threads");
    await button(app.page, "Stop").click();
    await ended(app.page);
  }
  await expect.poll(async () => (await threadHosts(app)).length).toBe(1);
  expect(app.complaints).toEqual([]);
  expect(app.log()).not.toMatch(/refused|uncaught/i);
});
