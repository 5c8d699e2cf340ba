/**
 * The app as it starts on a small screen, in an environment that names neither language nor time zone: what a person on
 * Windows has, or on a Mac from the Finder.
 */
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startVirtualDisplay } from "../../scripts/setup/display.mjs";
import { dataFolder, environment, expect, launchApp, projectFolder, test } from "./app.ts";

const screenSize = { width: 1_366, height: 768 };

/** A copy of the app in `folder` whose thread hosts first write the names of their environment to `answer`. */
function appWhoseHostsTell(folder: string, answer: string): string {
  const copy = join(folder, "app");
  for (const part of ["package.json", join("out", "app")]) {
    cpSync(join(projectFolder, part), join(copy, part), { recursive: true });
  }
  const host = join(copy, "out", "app", "utility", "thread-host.cjs");
  // Chromium's own, which it sets in each of its processes where nothing else does.
  const names = 'JSON.stringify(Object.keys(process.env).filter((name) => name !== "DBUS_SESSION_BUS_ADDRESS"))';
  const told = `require("node:fs").writeFileSync(${JSON.stringify(answer)}, ${names});\n`;
  writeFileSync(host, told + readFileSync(host, "utf8"));
  return copy;
}

test("a thread host is given nothing of the environment but what is listed, and the window fits the screen", async () => {
  const { LANG: _lang, LC_ALL: _all, TZ: _zone, ...bare } = environment();
  const display = process.platform === "linux" ? await startVirtualDisplay("1366x768") : undefined;
  const data = dataFolder();
  const answer = join(data, "names.json");
  const env = { ...bare, ...display?.environment, SECRET_TOKEN: "planted" };
  const app = await launchApp([], data, appWhoseHostsTell(data, answer), env);
  // The process itself is asked: what the system says that it was started with is not what Electron gives it then.
  await expect.poll(() => existsSync(answer) && readFileSync(answer, "utf8")).toBe('["SPINSCOPE_UTILITY"]');
  if (display !== undefined) {
    const bounds = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    expect(bounds).toMatchObject({ x: expect.any(Number), y: expect.any(Number) });
    const { x = -1, y = -1, width = 0, height = 0 } = bounds ?? {};
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(screenSize.width);
    expect(y + height).toBeLessThanOrEqual(screenSize.height);
  }
  await app.close();
  display?.stop();
});
