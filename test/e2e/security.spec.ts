/**
 * Electron's security checklist, asserted in the running app (the numbers are its items). Code that the page must not
 * be able to run is run from a timer: what a debugger evaluates is not subject to the page's own policy.
 */
import { join } from "node:path";
import { requestTypes } from "../../core/contract/page-api.ts";
import { expect, projectFolder, test } from "./app.ts";

test("the window's preferences are those of the checklist (2, 3, 4, 6, 8, 9, 10, 12)", async ({ app }) => {
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Electron has this method, and its types do not.
    const read: unknown = contents === undefined ? undefined : Reflect.get(contents, "getLastWebPreferences");
    return typeof read === "function" ? JSON.stringify(read.call(contents)) : "{}";
  });
  expect(JSON.parse(preferences)).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: "",
    webviewTag: false,
  });
});

test("the page has nothing of Node or Electron, and of the app exactly the frozen list (2, 20)", async ({ app }) => {
  const seen = await app.page.evaluate(() => {
    const api: unknown = Reflect.get(window, "spinscope");
    const names = ["require", "process", "module", "Buffer", "global", "electron", "ipcRenderer", "__dirname"];
    const replaced = Reflect.set(window, "spinscope", {}) && Reflect.get(window, "spinscope") !== api;
    if (typeof api !== "object" || api === null) return { api: typeof api };
    return {
      found: names.filter((name) => name in window),
      keys: Object.keys(api).sort(),
      frozen: Object.isFrozen(api),
      replaced,
    };
  });
  expect(seen).toEqual({ found: [], keys: ["onEvent", "request"], frozen: true, replaced: false });
});

test("a request that is not on the list does not leave the page (20)", async ({ app }) => {
  for (const type of ["quit", "__proto__", "run.start ", "toString"]) {
    const answer = await app.page.evaluate((name) => {
      const api: { request(type: string, payload: unknown): Promise<{ ok: boolean }> } = Reflect.get(
        window,
        "spinscope",
      );
      return api.request(name, {});
    }, type);
    expect(answer.ok, type).toBe(false);
  }
  expect(app.log()).not.toContain("refused");
  expect(requestTypes).toHaveLength(6);
});

test("the page is isolated, and every answer carries the headers (7)", async ({ app }) => {
  const answers = await app.page.evaluate(async () => {
    const found: Record<string, Record<string, string>> = {};
    for (const path of ["/index.html", "/absent", "/block?ms=0"]) {
      found[path] = Object.fromEntries((await fetch(path)).headers.entries());
    }
    return { isolated: crossOriginIsolated, found };
  });
  expect(answers.isolated).toBe(true);
  for (const headers of Object.values(answers.found)) {
    expect(headers).toMatchObject({
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    });
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
  }
});

test("code from text, inline code, frames and anything from elsewhere are blocked and reported (1, 7)", async ({
  app,
}) => {
  const outcome = await app.page.evaluate(async (): Promise<{ reported: string[]; results: string[] }> => {
    const reported: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => reported.push(event.effectiveDirective));
    const attempt = (work: () => unknown): Promise<string> =>
      new Promise((resolve) => {
        setTimeout(async () => {
          try {
            resolve(`done: ${String(await work())}`);
          } catch (error) {
            resolve(error instanceof Error ? error.name : String(error));
          }
        });
      });
    const loaded = (element: HTMLElement): Promise<string> =>
      new Promise((resolve, reject) => {
        element.addEventListener("load", () => resolve("loaded"));
        element.addEventListener("error", () => reject(new Error("blocked")));
        setTimeout(() => reject(new Error("blocked")), 500);
        document.body.append(element);
      });
    const results = [
      await attempt(() => Reflect.get(window, "eval")("1 + 1")),
      await attempt(() => new Function("return 1")()),
      await attempt(() => {
        const script = document.createElement("script");
        script.textContent = "window.inlineRan = true";
        document.body.append(script);
        return Reflect.get(window, "inlineRan");
      }),
      await attempt(() => document.body.insertAdjacentHTML("beforeend", "<b>markup</b>")),
      await attempt(() => import(["https://example.org", "module.js"].join("/"))),
      await attempt(() => {
        const style = document.createElement("style");
        style.textContent = "body { --styled: yes }";
        document.head.append(style);
        return getComputedStyle(document.body).getPropertyValue("--styled") || undefined;
      }),
      await attempt(() => loaded(Object.assign(document.createElement("img"), { src: "https://example.org/a.png" }))),
      await attempt(async () => {
        // A frame that was blocked loads an empty document of its own origin, which the page can't look into.
        const frame = Object.assign(document.createElement("iframe"), { src: "app://spinscope/index.html" });
        await loaded(frame);
        return frame.contentDocument?.location.href;
      }),
      await attempt(() => fetch("https://example.org/")),
      await attempt(() => fetch("app://elsewhere/index.html")),
      await attempt(() => fetch("file:///etc/hostname")),
      await attempt(() => {
        const socket = new WebSocket("ws://127.0.0.1:1/");
        return new Promise((resolve, reject) => {
          socket.addEventListener("open", resolve);
          socket.addEventListener("error", () => reject(new Error("blocked")));
        });
      }),
      await attempt(() => new Worker(Reflect.get(window, "String")("/workers/timeline-worker.js"))),
    ];
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { reported, results };
  });
  expect(outcome.results.filter((result) => result.startsWith("done: ") && result !== "done: undefined")).toEqual([]);
  for (const directive of [
    "script-src",
    "style-src",
    "img-src",
    "frame-src",
    "connect-src",
    "require-trusted-types-for",
  ]) {
    expect(
      outcome.reported.some((reported) => reported.startsWith(directive)),
      directive,
    ).toBe(true);
  }
});

test("the page opens no window, goes nowhere and embeds nothing (11, 12, 13, 14)", async ({ app }) => {
  const opened = await app.page.evaluate(() => [
    window.open("https://example.org/"),
    window.open("app://spinscope/index.html"),
    window.open("file:///etc/hostname"),
    window.open(""),
  ]);
  expect(opened).toEqual([null, null, null, null]);
  for (const address of ["https://example.org/", "file:///etc/hostname", "app://elsewhere/index.html"]) {
    await app.page.evaluate((to) => {
      window.location.href = to;
    }, address);
    await app.page.evaluate((to) => {
      const link = Object.assign(document.createElement("a"), { href: to });
      document.body.append(link);
      link.click();
      link.remove();
    }, address);
  }
  await app.page.evaluate(() => {
    const webview = document.createElement("webview");
    webview.setAttribute("src", "app://spinscope/index.html");
    document.body.append(webview);
  });
  await app.page.waitForTimeout(300);
  expect(await app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  expect(app.page.url()).toBe("app://spinscope/index.html");
  expect(app.log()).toContain("navigation to https://example.org/");
  expect(app.log()).toContain("a new window for");
});

test("a page that goes to about:blank is brought back (13)", async ({ app }) => {
  await app.page.evaluate(() => {
    window.location.href = "about:blank";
  });
  await expect.poll(() => app.log()).toContain("navigation to about:blank");
  const address = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
  await expect.poll(address).toBe("app://spinscope/index.html");
});

test("the page gets no permission (5)", async ({ app }) => {
  const answers = await app.page.evaluate(async () => {
    const failed = async (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => "granted",
        (error: Error) => error.name,
      );
    const states: string[] = [];
    for (const name of ["geolocation", "notifications", "camera", "microphone", "midi"]) {
      const status = await navigator.permissions.query(JSON.parse(JSON.stringify({ name })));
      states.push(status.state);
    }
    return {
      states,
      notification: await Notification.requestPermission(),
      camera: await failed(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await failed(navigator.mediaDevices.getDisplayMedia()),
      clipboard: await failed(navigator.clipboard.readText()),
    };
  });
  expect(answers.states).toEqual(["denied", "denied", "denied", "denied", "denied"]);
  expect(answers.notification).toBe("denied");
  for (const answer of [answers.camera, answers.screen, answers.clipboard]) expect(answer).not.toBe("granted");
});

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

test("the blocking request holds the page up for its delay, within its bound", async ({ app }) => {
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
  await expect.poll(() => app.log()).toContain("refused (206 so far)");
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

test("nothing is refused and nothing fails while the page loads and stands", async ({ app }) => {
  await app.page.waitForTimeout(500);
  expect(app.complaints).toEqual([]);
  expect(app.log()).not.toMatch(/refused|error/i);
});
