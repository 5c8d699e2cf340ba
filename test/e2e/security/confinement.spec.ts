/**
 * What the page can't do and where it can't go (the numbers are items of Electron's security checklist). Code that the
 * page must not be able to run is run from a timer: what a debugger evaluates is not subject to the page's own policy.
 */
import { expect, test } from "../same-app.ts";

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
  for (const directive of ["script-src", "style-src", "img-src", "connect-src", "require-trusted-types-for"]) {
    expect(
      outcome.reported.some((reported) => reported.startsWith(directive)),
      directive,
    ).toBe(true);
  }
});

test("a frame is blocked and reported, and shows nothing of the page (7)", async ({ app }) => {
  // Whoever evaluates beside main, which speaks the same protocol with the page, is told of the frame's end as of the page's.
  await app.page.evaluate(() => {
    const seen: string[] = [];
    Reflect.set(window, "seenOfFrame", seen);
    document.addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
    setTimeout(() => {
      const frame = Object.assign(document.createElement("iframe"), { src: "app://spinscope/index.html" });
      // One that was blocked loads an empty document of its own origin, which the page can't look into.
      frame.addEventListener("load", () => seen.push(`loaded ${frame.contentDocument?.location.href}`));
      document.body.append(frame);
    });
  });
  const seenOfFrame = () => app.page.evaluate((): string[] => Reflect.get(window, "seenOfFrame")).catch(() => []);
  await expect.poll(async () => (await seenOfFrame()).toSorted()).toEqual(["frame-src", "loaded undefined"]);
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
  // The page's policy allows no window at all; main refuses each besides, also to contents without a policy.
  await app.electron.evaluate(async ({ BrowserWindow }) => {
    const other = new BrowserWindow({ show: false });
    await other.loadURL("about:blank");
    await other.webContents.executeJavaScript("window.open('https://example.org/'); 0", true);
    other.destroy();
  });
  expect(app.log()).toContain("a new window for https://example.org/");
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
