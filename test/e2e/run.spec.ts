/**
 * The main job, on the real Electron: both programs run for real, are cancelled, stopped and blocked, and the
 * window says what happened.
 */
import { alone } from "../support/alone.ts";
import type { LaunchedApp } from "./app.ts";
import { threadHosts } from "./processes.ts";
import { expect, test } from "./same-app.ts";
import { button, consoleOf, ended, run, setJob } from "./window.ts";

test.describe("a run", () => {
  // Both side by side: page-run.spec.ts.
  for (const mode of ["Threads", "Coroutines"] as const) {
    test(`${mode}: turns the spinner, answers 42, and complains of nothing`, async ({ app }) => {
      const earlier = app.log().length;
      await setJob(app.page, 1);
      await run(app.page, mode);
      await expect(consoleOf(app.page, mode)).toContainText("spinner object: <");
      await expect(consoleOf(app.page, mode)).toContainText(/[|/\-\\] thinking!/);
      await ended(app.page);
      await expect(consoleOf(app.page, mode)).toContainText("Answer: 42");
      expect(app.complaints).toEqual([]);
      expect(app.log().slice(earlier)).not.toMatch(/refused|error/i);
    });

    test(`${mode}: Cancel stops the spinner, and the supervisor still answers 42`, async ({ app }) => {
      await setJob(app.page, 1);
      await run(app.page, mode);
      await app.page.waitForTimeout(300);
      await button(app.page, "Cancel").click();
      await expect(button(app.page, "Cancel")).toBeDisabled();
      await ended(app.page);
      await expect(consoleOf(app.page, mode)).toContainText("Answer: 42");
      await expect(consoleOf(app.page, mode)).not.toContainText("thinking!");
    });

    test(`${mode}: Stop ends the run at once, without an answer`, async ({ app }) => {
      await setJob(app.page, 20);
      await run(app.page, mode);
      await app.page.waitForTimeout(500);
      const pressed = Date.now();
      await button(app.page, "Stop").click();
      await ended(app.page);
      expect(Date.now() - pressed).toBeLessThan(3_000);
      await expect(app.page.locator(".console").first()).not.toContainText("Answer");
      expect(app.complaints).toEqual([]);
    });
  }

  test("can follow another, also one that was stopped", async ({ app }) => {
    await setJob(app.page, 20);
    await run(app.page, "Side by side");
    await button(app.page, "Stop").click();
    await ended(app.page);
    await setJob(app.page, 0.3);
    for (let following = 0; following < 2; following++) {
      await run(app.page, "Side by side");
      await ended(app.page);
    }
    for (const name of ["Threads", "Coroutines"] as const) {
      await expect(consoleOf(app.page, name)).toContainText("Answer: 42");
    }
  });
});

/**
 * Holds the page's thread up for `ms`, from the next turn on: a blocking request, as a coroutine's blocking sleep is.
 * Gives how long it was held up, once it is free again.
 */
const blockPage = (app: LaunchedApp, ms: number): Promise<number> =>
  app.page.evaluate(
    (delay) =>
      new Promise<number>((resolve) => {
        setTimeout(() => {
          const began = performance.now();
          const request = new XMLHttpRequest();
          request.open("GET", `/block?ms=${delay}`, false);
          request.send();
          resolve(performance.now() - began);
        });
      }),
    ms,
  );

test.describe("while the page is blocked", alone, () => {
  test("the timeline goes on: two pictures taken by main meanwhile differ in it", async ({ app }) => {
    await setJob(app.page, 5);
    await run(app.page, "Side by side");
    const box = await app.page.locator("canvas").boundingBox();
    if (box === null) throw new Error("the timeline has no place in the window");
    const area = {
      x: Math.round(box.x),
      y: Math.round(box.y),
      width: Math.round(box.width),
      height: Math.round(box.height),
    };
    await app.page.waitForTimeout(500);
    const heldUp = blockPage(app, 2_000);
    const pictures = await app.electron.evaluate(async ({ BrowserWindow }, rectangle) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const taken: string[] = [];
      for (const wait of [300, 1_000]) {
        await new Promise((resolve) => setTimeout(resolve, wait));
        taken.push((await contents?.capturePage(rectangle))?.toPNG().toString("base64") ?? "");
      }
      return taken;
    }, area);
    // Both pictures were taken meanwhile: the page is free again only after them.
    expect(await Promise.race([heldUp, "still blocked"])).toBe("still blocked");
    expect(await heldUp).toBeGreaterThan(1_990);
    expect(pictures[0]).not.toBe("");
    expect(pictures[0]).not.toBe(pictures[1]);
    await button(app.page, "Stop").click();
    await ended(app.page);
  });

  for (const way of ["menu item", "key"] as const) {
    test(`Stop's ${way} ends the thread host at once`, async ({ app }) => {
      await setJob(app.page, 20);
      await run(app.page, "Threads");
      const [host] = await threadHosts(app);
      expect(host).toBeDefined();
      const heldUp = blockPage(app, 2_000);
      await app.electron.evaluate(({ BrowserWindow, Menu }, by) => {
        if (by === "menu item") Menu.getApplicationMenu()?.getMenuItemById("stop")?.click();
        else {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.sendInputEvent({ type: "keyDown", keyCode: ".", modifiers: ["control"] });
        }
      }, way);
      await expect.poll(() => threadHosts(app)).not.toContain(host);
      expect(await Promise.race([heldUp, "still blocked"])).toBe("still blocked");
      await ended(app.page);
    });
  }
});

test.describe("what dies", () => {
  test("a page that is loaded again gets the whole recording again", async ({ app }) => {
    await setJob(app.page, 2);
    await run(app.page, "Threads");
    await app.page.waitForTimeout(500);
    await app.page.reload();
    await expect(consoleOf(app.page, "Threads")).toContainText("spinner object: <Thread(Thread-1 (spin), initial)>");
    await ended(app.page);
    await expect(consoleOf(app.page, "Threads")).toContainText("Answer: 42");
  });
});
