/**
 * Nothing goes out and nothing comes in: what no policy of the page covers, asserted in the running app (the numbers are
 * items of Electron's security checklist).
 */
import { readFileSync } from "node:fs";
import { expect, test } from "../same-app.ts";

test("every window there is, and every session, has what the checklist asks for (2, 3, 4, 6, 8, 9, 10, 12)", async ({
  app,
}) => {
  const found = await app.electron.evaluate(({ webContents, session, app: electronApp }) => {
    const preferences = webContents.getAllWebContents().map((contents) => {
      const read: unknown = Reflect.get(contents, "getLastWebPreferences");
      const all: unknown = typeof read === "function" ? read.call(contents) : undefined;
      return JSON.stringify({
        ...Object(all),
        type: contents.getType(),
        isDefault: contents.session === session.defaultSession,
      });
    });
    const answered = ["certificate-error", "select-client-certificate"].filter((name) => {
      // Electron itself listens once to pass each on to the web contents.
      const isAnswered = webContents.getAllWebContents().some((contents) => contents.listenerCount(name) > 0);
      return isAnswered || electronApp.listenerCount(name) > 1;
    });
    return { preferences, answered, spelling: session.defaultSession.isSpellCheckerEnabled() };
  });
  expect(found.preferences).toHaveLength(1);
  for (const preferences of found.preferences) {
    expect(JSON.parse(preferences)).toMatchObject({
      type: "window",
      isDefault: true,
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
  }
  // A certificate that is wrong is refused where nobody says otherwise.
  expect(found.answered).toEqual([]);
  expect(found.spelling).toBe(false);
});

test("no device is given out, and no permission by any other way (5)", async ({ app }) => {
  const answers = await app.page.evaluate(async () => {
    const outcome = (work: () => Promise<unknown>): Promise<string> =>
      Promise.resolve()
        .then(work)
        .then(
          (given) => (Array.isArray(given) && given.length === 0 ? "none" : "given"),
          () => "refused",
        );
    const device = (name: string, method: string, argument: unknown) => () => {
      const api: unknown = Reflect.get(navigator, name);
      const ask: unknown = typeof api === "object" && api !== null ? Reflect.get(api, method) : undefined;
      if (typeof ask !== "function") return Promise.reject(new Error("there is no such API"));
      return Promise.resolve(Reflect.apply(ask, api, [argument]));
    };
    return {
      usb: await outcome(device("usb", "requestDevice", { filters: [] })),
      hid: await outcome(device("hid", "requestDevice", { filters: [] })),
      serial: await outcome(device("serial", "requestPort", {})),
      bluetooth: await outcome(device("bluetooth", "requestDevice", { acceptAllDevices: true })),
      midi: await outcome(device("", "requestMIDIAccess", {})),
      place: await outcome(() => new Promise((give, refuse) => navigator.geolocation.getCurrentPosition(give, refuse))),
      wake: await outcome(() => navigator.wakeLock.request("screen")),
      folder: await outcome(device("", "showDirectoryPicker", {})),
      serviceWorker: await outcome(() => navigator.serviceWorker.register("/index.html")),
    };
  });
  for (const [name, answer] of Object.entries(answers)) expect(["refused", "none"], name).toContain(answer);
});

test("nothing is downloaded, and no link leads to another program (15)", async ({ app }) => {
  await app.electron.evaluate(({ shell }) => {
    Reflect.set(globalThis, "openedOutside", []);
    for (const name of ["openExternal", "openPath"]) {
      Reflect.set(shell, name, async (address: string) => Reflect.get(globalThis, "openedOutside").push(address));
    }
  });
  await app.page.evaluate(() => {
    const addresses = [
      URL.createObjectURL(new Blob(["text"])),
      "/index.html",
      "mailto:a@example.org",
      "vscode://x",
      "tel:1",
    ];
    for (const [index, href] of addresses.entries()) {
      const link = Object.assign(document.createElement("a"), { href });
      if (index < 2) link.download = "spinscope.txt";
      document.body.append(link);
      link.click();
      link.remove();
    }
  });
  // The page's policy allows no download at all; main refuses each besides, also one that it began itself.
  await app.electron.evaluate(({ session }) => session.defaultSession.downloadURL("app://spinscope/index.html"));
  await expect.poll(() => app.log()).toContain("download of app://spinscope/index.html");
  expect(await app.electron.evaluate(() => Reflect.get(globalThis, "openedOutside"))).toEqual([]);
  expect(app.page.url()).toBe("app://spinscope/index.html");
});

test("the protocol answers GET alone, and nobody with a name and a password (18)", async ({ app }) => {
  const statuses = await app.electron.evaluate(async ({ net }) => {
    const found: number[] = [];
    for (const method of ["POST", "PUT", "DELETE", "HEAD", "OPTIONS"]) {
      found.push((await net.fetch("app://spinscope/index.html", { method })).status);
    }
    return found;
  });
  expect([...new Set(statuses)]).toEqual([405]);
});

test("it runs on the Electron that package.json names, or on the one that set-up says it took instead (16)", async ({
  app,
}) => {
  const running = await app.electron.evaluate(() => process.versions.electron);
  const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  expect(Number.parseInt(devDependencies.electron, 10)).toBeGreaterThanOrEqual(45);
  const fallback = process.env["SPINSCOPE_ELECTRON"]?.match(/electron-(\d+\.\d+\.\d+)/)?.[1];
  expect([devDependencies.electron, fallback]).toContain(running);
});
