/**
 * What main hears and answers (the numbers are items of Electron's security checklist).
 */

import { join } from "node:path";
import { alone } from "../../support/alone.ts";
import { refusalsIn } from "../../support/hostile/watched-app.ts";
import { projectFolder } from "../app.ts";
import { expect, test } from "../same-app.ts";

test("the protocol answers its exact list on its exact host (18)", async ({ app }) => {
  const statuses = await app.electron.evaluate(async ({ net }) => {
    const found: Record<string, number> = {};
    for (const address of [
      "app://spinscope/index.html",
      "app://spinscope/package.json",
      "app://spinscope/../main/main.cjs",
      "app://spinscope/%2e%2e/main/main.cjs",
      "app://spinscope/index.html?x=1",
      "app://elsewhere/index.html",
      "app://spinscope.example/index.html",
      "app://spinscope/block?ms=10001",
    ]) {
      found[address] = (await net.fetch(address)).status;
    }
    return found;
  });
  const { "app://spinscope/index.html": page, ...rest } = statuses;
  expect(page).toBe(200);
  expect([...new Set(Object.values(rest))]).toEqual([404]);
});

test("the blocking request holds the page up for its delay, within its bound", alone, async ({ app }) => {
  const ms = await app.page.evaluate(() => {
    const request = new XMLHttpRequest();
    const began = performance.now();
    request.open("GET", "/block?ms=500", false);
    request.send();
    return performance.now() - began;
  });
  expect(ms).toBeGreaterThanOrEqual(499);
  expect(ms).toBeLessThan(1_000);
});

test("200 bad payloads are refused, counted and change nothing (17)", async ({ app }) => {
  const before = refusalsIn(app);
  const answers = await app.page.evaluate(async () => {
    const api: { request(type: string, payload: unknown, id?: unknown): Promise<{ ok: boolean }> } = Reflect.get(
      window,
      "spinscope",
    );
    const junk: unknown[] = [
      undefined,
      null,
      0,
      "run",
      [],
      { extra: 1 },
      { modes: ["threads"] },
      { lesson: "x".repeat(81), modes: ["threads"], parameters: {} },
      { lesson: "a", modes: [], parameters: {} },
      { lesson: "a", modes: ["threads", "threads", "threads", "threads"], parameters: {} },
      { lesson: "a", modes: ["fork"], parameters: {} },
      { lesson: "a", modes: ["threads"], parameters: { a: { b: 1 } } },
      { lesson: "a", modes: ["threads"], parameters: { a: null } },
      { format: "exe" },
      { format: ["spinscope"] },
      { kind: "error", text: "x".repeat(4_001) },
      { kind: "nothing", text: "" },
      new Uint8Array(1_000_000),
      new Map([["format", "spinscope"]]),
      new Date(),
    ];
    let refused = 0;
    for (let i = 0; i < 200; i++) {
      const type = ["run.start", "recording.export", "page.report", "run.start"][i % 4] ?? "";
      const answer = await api.request(type, junk[i % junk.length]);
      if (!answer.ok) refused += 1;
    }
    const badIds = [[1], [1, -1], ["a", 2], [5_000, 1], {}, "1.2"];
    for (const id of badIds) if (!(await api.request("run.cancel", {}, id)).ok) refused += 1;
    return refused;
  });
  expect(answers).toBe(206);
  await expect.poll(() => refusalsIn(app)).toBe(before + 206);
  const phase = await app.page.evaluate(() => document.title);
  expect(phase).not.toBe("");
});

test("requests from any frame but the window's own are refused and counted (17)", async ({ app }) => {
  const preload = join(projectFolder, "out", "app", "preload", "preload.cjs");
  const answer = await app.electron.evaluate(async ({ BrowserWindow }, path) => {
    const other = new BrowserWindow({ show: false, webPreferences: { preload: path, sandbox: true } });
    await other.loadURL("app://spinscope/index.html");
    const said: unknown = await other.webContents.executeJavaScript(
      'window.spinscope.request("page.report", { kind: "error", text: "forged" })',
    );
    other.destroy();
    return said;
  }, preload);
  expect(answer).toMatchObject({ ok: false });
  await expect.poll(() => app.log()).toContain("the frame is not the main frame of the window");
  expect(app.log()).not.toContain("forged");
});
