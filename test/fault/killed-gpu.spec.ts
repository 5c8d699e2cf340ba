/**
 * Fault 23: the GPU's process killed while the timeline is drawn, more often than Chromium bears by itself. It comes back,
 * and so does the picture: the window's and that of the worker's canvas.
 */
import { expect, type LaunchedApp } from "../e2e/app.ts";
import { clickMenu } from "../e2e/opened.ts";
import { begin, exportByMenu, over } from "../support/faults/begin.ts";
import { processesOf } from "../support/faults/processes.ts";
import { orLatePage } from "../support/faults/recorded-death.ts";
import { lostAfter } from "../support/nothing-lost/nothing-lost.ts";
import { test } from "./one-app.ts";

async function gpuProcess(app: LaunchedApp): Promise<number | undefined> {
  return (await processesOf(app)).find(({ type }) => type === "GPU")?.pid;
}

/** The pixels of the timeline's canvas as they are on the screen. */
async function timelinePixels(app: LaunchedApp): Promise<Uint32Array> {
  const box = await app.page.locator("canvas").first().boundingBox();
  if (box === null) throw new Error("the timeline has no canvas");
  const bytes = await app.electron.evaluate(async ({ BrowserWindow }, { x, y, width, height }) => {
    const area = { x: Math.ceil(x), y: Math.ceil(y), width: Math.floor(width), height: Math.floor(height) };
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage(area);
    return image?.toBitmap().toString("base64") ?? "";
  }, box);
  const pixels = Uint8Array.from(Buffer.from(bytes, "base64"));
  return new Uint32Array(pixels.buffer, 0, Math.floor(pixels.length / 4));
}

/** Waits until something is drawn there, and not one colour. */
async function drawn(app: LaunchedApp): Promise<void> {
  await expect
    .poll(async () => new Set(await timelinePixels(app)).size, { intervals: [50], timeout: 30_000 })
    .toBeGreaterThan(10);
}

test("a GPU process that is killed again and again comes back, and the timeline draws and moves on", async ({
  app,
}) => {
  test.setTimeout(180_000);
  await begin(app, { modes: ["threads", "coroutines"], parameters: { job: 30 } });
  await drawn(app);
  // Chromium ends the app at the sixth death where nothing is left to fall back to, if it is let.
  for (let death = 1; death <= 7; death++) {
    const killed = await gpuProcess(app);
    if (killed === undefined) throw new Error("the app has no GPU process");
    process.kill(killed, "SIGKILL");
    await expect
      .poll(async () => ((await gpuProcess(app)) ?? killed) !== killed, { intervals: [50], timeout: 30_000 })
      .toBe(true);
  }
  await expect(app.page.getByText(/process that draws this window has died \d times/)).toBeVisible();
  await drawn(app);
  const before = await timelinePixels(app);
  await expect
    .poll(
      async () => {
        const now = await timelinePixels(app);
        return now.some((pixel, index) => pixel !== before[index]);
      },
      { intervals: [50], timeout: 30_000 },
    )
    .toBe(true);
  await clickMenu(app, "stop");
  await over(app);
  await drawn(app);
  const exported = await exportByMenu(app);
  expect(lostAfter({ exported, died: orLatePage(exported, () => false), folders: [app.data] })).toEqual([]);
  expect(app.log()).not.toMatch(/uncaught|refused/i);
});
