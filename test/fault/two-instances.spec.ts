/**
 * Fault 25: two instances on one data folder. The second hands over; where it does not (the demo, or a lock that was lost),
 * what belongs to a living one is not recovered, renamed or tidied away by the other, and settings stay whole.
 */
import { execFile, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { journalsIn } from "../../electron/main/journal/journal-folder.ts";
import { environment, type LaunchedApp, launchApp, projectFolder, test } from "../e2e/app.ts";
import { clickMenu, openFile, shows, writeRecording } from "../e2e/opened.ts";
import { expect } from "../e2e/patient.ts";
import { exportBoth, newestJournal, offers, openRecovered, recordingsFolder } from "../e2e/recovered.ts";
import { button, ended, run, setJob } from "../e2e/window.ts";
import { makeJournal } from "../support/made-journal.ts";
import { committedAt } from "../support/nothing-lost/committed.ts";
import { lostAfter } from "../support/nothing-lost/nothing-lost.ts";

test.beforeEach(() => test.setTimeout(240_000));

/** Starts the app once more on the data of `app`, with these arguments, and waits until that one has ended by itself. */
async function startBeside(app: LaunchedApp, args: readonly string[]): Promise<void> {
  const program = await app.electron.evaluate(() => process.execPath);
  const all = ["--no-sandbox", projectFolder, `--user-data-dir=${app.data}`, ...args];
  await promisify(execFile)(program, all, { cwd: projectFolder, env: environment(), timeout: 120_000 });
}

/** Makes the next instance believe that it is the only one, as a lock does that was lost. */
function loseLock(data: string): void {
  for (const name of readdirSync(data)) if (name.startsWith("Singleton")) rmSync(join(data, name), { force: true });
}

/** Ends the run of `app`, if it goes on still. */
async function stopRun(app: LaunchedApp): Promise<void> {
  const stop = button(app.page, "Stop");
  if ((await stop.getAttribute("aria-disabled")) !== "true") await stop.click();
  await ended(app.page);
}

/** A demo leaves the run and the settings alone, and its own recording is settled: it is offered to nobody. */
async function demoBeside(app: LaunchedApp, own: string): Promise<void> {
  await clickMenu(app, "theme.dark");
  await startBeside(app, ["--demo"]);
  expect(existsSync(own)).toBe(true);
  expect(JSON.parse(readFileSync(join(app.data, "settings.json"), "utf8"))).toMatchObject({ theme: "dark" });
  const others = journalsIn(recordingsFolder(app.data)).filter((journal) => journal.path !== own);
  expect(others.map(({ decided }) => decided)).toEqual(["settled"]);
}

/** An ordinary second start hands over and ends: it leaves even what nobody owns to the first. */
async function ordinaryBeside(app: LaunchedApp): Promise<void> {
  const folder = recordingsFolder(app.data);
  const nobodys = makeJournal({ folder, ordinal: 900, events: 10 });
  const before = readdirSync(folder);
  await startBeside(app, []);
  expect(readdirSync(folder)).toEqual(before);
  rmSync(nobodys);
}

/** A first that is suspended can't answer: the second says so, and does not have it killed, as Chromium would. */
async function besideSuspended(app: LaunchedApp): Promise<void> {
  const program = await app.electron.evaluate(() => process.execPath);
  const first = app.electron.process();
  const args = ["--no-sandbox", projectFolder, `--user-data-dir=${app.data}`];
  first.kill("SIGSTOP");
  const second = spawn(program, args, { cwd: projectFolder, env: environment(), stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  second.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  await expect.poll(() => said).toContain(`its process ${first.pid} is suspended`);
  // It waits for somebody to read its dialog.
  second.kill("SIGKILL");
  first.kill("SIGCONT");
}

/** A second that found no lock recovers what is nobody's, also by a number that was given again, and only that. */
async function secondWithoutLock(app: LaunchedApp, own: string): Promise<void> {
  const { data } = app;
  const folder = recordingsFolder(data);
  makeJournal({ folder, ordinal: 0, events: 40, owner: { pid: app.electron.process().pid ?? 0, start: "01d" } });
  loseLock(data);
  const second = await launchApp([], data);
  await openRecovered(second);
  await expect(offers(second.page)).toHaveCount(0);
  expect(second.log()).not.toContain(own);
  expect(existsSync(own)).toBe(true);
  await setJob(second.page, 0.3);
  await run(second.page, "Threads");
  await ended(second.page);
  expect(existsSync(own)).toBe(true);
  await second.quit();
}

test("what others start beside a run and an opened file, a demo, an ordinary start, and one that found no lock, leaves both alone", async () => {
  const app = await launchApp();
  const path = join(app.data, "opened.spinscope");
  writeRecording(path, "still here");
  await openFile(app, path);
  await shows(app, path, "still here");
  await setJob(app.page, 30);
  await run(app.page, "Side by side");
  const own = newestJournal(app.data);
  await test.step("the demo's own recording is offered to nobody", () => demoBeside(app, own));
  await test.step("the ordinary start ends at once and touches nothing", () => ordinaryBeside(app));
  await test.step("a start beside a suspended one says so and ends", () => besideSuspended(app));
  await test.step("without a lock, what is nobody's is recovered, and only that", () => secondWithoutLock(app, own));
  await stopRun(app);
  // The file is a step back, and is read from its journal again.
  await clickMenu(app, "earlier");
  await shows(app, path, "still here");
  await clickMenu(app, "earlier");
  await expect(app.page.getByRole("banner").getByText(basename(path))).toHaveCount(0);
  const [exported, trace] = await exportBoth(app, "whole");
  expect(lostAfter({ exported, committed: committedAt(own), others: [trace] })).toEqual([]);
  await app.close();
});
