/**
 * Faults 13 and 14, in the window: every file that was made to hurt is refused at once with the reason and the line, and
 * what was open stays; odd ones are opened. The app lives, and leaves no litter.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, type LaunchedApp } from "../e2e/app.ts";
import { answerSaveDialog } from "../e2e/exported.ts";
import { clickMenu, openFile, shows, writeRecording } from "../e2e/opened.ts";
import { figureText, onIdleMachine, slowness } from "../support/faults/machine.ts";
import { hostileFiles, oddFiles } from "../support/hostile-files.ts";
import { lostAfter } from "../support/nothing-lost/nothing-lost.ts";
import { says } from "../support/says.ts";
import { test } from "./one-app.ts";

/** ms, from the click to the sentence, on a machine that has nothing else to do. */
const atOnce = 2_000;

async function openGood(app: LaunchedApp): Promise<string> {
  // Named anew: the window may show the one of another test still.
  const good = join(app.data, `good-${Date.now()}.spinscope`);
  writeRecording(good, "I stay");
  await openFile(app, good);
  await shows(app, good, "I stay");
  return good;
}

/** What the window holds is exported, and nothing of it is missing. */
async function expectNothingLost(app: LaunchedApp): Promise<void> {
  const exported = join(app.data, `kept-${Date.now()}.spinscope`);
  await answerSaveDialog(app, exported);
  await clickMenu(app, "export.spinscope");
  await expect(app.page.getByText(`Saved to ${exported}`)).toBeVisible();
  expect(lostAfter({ exported, folders: [app.data] })).toEqual([]);
  expect(app.complaints).toEqual([]);
  expect(app.log()).not.toMatch(/uncaught/i);
}

test("every hostile file is refused with reason and line at once, and what was open stays", async ({ app }) => {
  test.setTimeout(240_000);
  const good = await openGood(app);
  const kept = readdirSync(join(app.data, "opened"));
  expect(kept.length).toBeGreaterThan(0);
  const slow: string[] = [];
  let before = slowness();
  for (const { name, content, reason } of hostileFiles) {
    const path = join(app.data, `${name}.spinscope`);
    writeFileSync(path, content);
    const began = performance.now();
    await openFile(app, path);
    await says(app, `${name}.spinscope was not opened`);
    await expect(app.page.getByText(`${name}.spinscope was not opened`)).toHaveText(reason);
    const ms = performance.now() - began;
    // How slow the machine is matters only to what took long.
    if (ms > atOnce) {
      const after = slowness();
      const taken = { ms, slowness: Math.max(before, after) };
      if (onIdleMachine(taken) > atOnce) slow.push(`${name}: ${figureText(taken)}`);
      before = after;
    }
    await shows(app, good, "I stay");
  }
  expect(slow).toEqual([]);
  expect(readdirSync(join(app.data, "opened"))).toEqual(kept);
  const polluted = await app.page.evaluate(() => Object.keys(Object.prototype).length + Number("polluted" in {}));
  expect(polluted).toBe(0);
  await expectNothingLost(app);
});

test("files that are merely odd are opened, and the window lives", async ({ app }) => {
  test.setTimeout(120_000);
  for (const { name, content } of oddFiles) {
    const path = join(app.data, `${name}.spinscope`);
    writeFileSync(path, content);
    await openFile(app, path);
    await says(app, `${name}.spinscope`);
    await expect(app.page.getByRole("banner").getByText(`${name}.spinscope`)).toBeVisible();
  }
  await openGood(app);
  await expectNothingLost(app);
});

test("a socket is refused at once", async ({ app }) => {
  const path = join(app.data, "socket.spinscope");
  const server = createServer().listen(path);
  await new Promise((resolve) => server.once("listening", resolve));
  try {
    await openFile(app, path);
    await expect(app.page.getByText("socket.spinscope was not opened")).toBeVisible();
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});
