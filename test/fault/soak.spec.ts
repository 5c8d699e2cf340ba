/**
 * Fault 24: the app at work for long loses nothing bit by bit: memory after warm-up, descriptors, listeners and
 * processes stay flat. The fast form looks at the counts after some runs; the long one (`npm run soak`) goes on for half
 * an hour and fits a line to the memory.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lessons } from "../../lessons/manifest.ts";
import { oneJobTwoWays } from "../../lessons/one-job-two-ways/lesson.ts";
import { expect, type LaunchedApp, projectFolder, test } from "../e2e/app.ts";
import { threadHosts } from "../e2e/processes.ts";
import { chooseLesson, setJob } from "../e2e/window.ts";
import { isSoak, soakMinutes } from "../support/soak.ts";
import { exportAndOpen, round, runOnce } from "./soak/person.ts";
import { openMain, openPageMetrics, type Sample, takeSample } from "./soak/sample.ts";
import { judge } from "./soak/verdict.ts";

const minute = 60_000;

/** The version of Electron that runs, its first number. */
const electronMajor = (app: LaunchedApp): Promise<number> =>
  app.electron.evaluate(() => Number.parseInt(process.versions.electron ?? "", 10));

/** Goes on with `work` until `isOver`, with a look after each piece of it; a spare thread host is booted before each look. */
async function soak(app: LaunchedApp, work: () => Promise<void>, isOver: (minutes: number) => boolean) {
  const began = performance.now();
  const minutes = () => (performance.now() - began) / minute;
  const pageMetrics = await openPageMetrics(app);
  await openMain(app);
  const samples: Sample[] = [];
  while (!isOver(minutes())) {
    await work();
    const hosts = async () => (await threadHosts(app)).length;
    await expect.poll(hosts, { intervals: [50], timeout: 20_000 }).toBe(1);
    samples.push(await takeSample(app, pageMetrics, minutes()));
  }
  return samples;
}

/** Keeps the table for whoever started the soak, and expects no problem. */
async function conclude(app: LaunchedApp, samples: readonly Sample[], work: string): Promise<void> {
  const { lines, problems } = judge(samples, { electron: await electronMajor(app), memory: isSoak });
  mkdirSync(join(projectFolder, "out", "reports"), { recursive: true });
  writeFileSync(join(projectFolder, "out", "reports", "soak.txt"), `${[...lines, work].join("\n")}\n`);
  expect(problems, lines.join("\n")).toEqual([]);
  expect(app.complaints).toEqual([]);
  expect(app.log()).not.toMatch(/uncaught/i);
}

/**
 * How many rounds the fast form has before each look. The first two are more than the warm-up; what each of the other five
 * leaves behind once is more than the slack that counts have.
 */
const roundsBefore = [2, 2, 3] as const;

let folder = "";
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spinscope-soak-"));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

if (isSoak) {
  test(`every lesson again and again for ${soakMinutes} minutes`, { tag: "@soak" }, async ({ app }) => {
    test.setTimeout((soakMinutes + 10) * minute);
    let runs = 0;
    const work = async () => {
      runs += await round(app, folder);
    };
    const samples = await soak(app, work, (minutes) => minutes >= soakMinutes);
    await conclude(app, samples, `${runs} runs`);
  });
} else {
  test("some runs of several lessons, ended, cancelled and stopped, exported and opened, leave nothing open", async ({
    app,
  }) => {
    test.setTimeout(5 * minute);
    let rounds = 0;
    const oneRound = async () => {
      await chooseLesson(app.page, lessons[1 + rounds]?.words.en.title ?? "");
      await runOnce(app, undefined, "stopped");
      await chooseLesson(app.page, oneJobTwoWays.words.en.title);
      await setJob(app.page, 0.2);
      for (const mode of ["Threads", "Coroutines", "Side by side"] as const) await runOnce(app, mode, "left to end");
      await runOnce(app, "Side by side", "cancelled");
      await exportAndOpen(app, folder, rounds);
      rounds += 1;
    };
    let looks = 0;
    const work = async () => {
      for (let left = roundsBefore[looks] ?? 0; left > 0; left--) await oneRound();
      looks += 1;
    };
    const samples = await soak(app, work, () => looks >= roundsBefore.length);
    await conclude(app, samples, `${rounds} rounds`);
  });
}
