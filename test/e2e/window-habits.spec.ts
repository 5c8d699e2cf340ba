/**
 * What a person expects of a window: that it stands where it stood, looks as chosen, asks before something is lost, and
 * says what it is.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { _electron as electron } from "@playwright/test";
import {
  answerQuestions,
  dataFolder,
  environment,
  expect,
  type LaunchedApp,
  launchApp,
  projectFolder,
  test as withItsOwn,
} from "./app.ts";
import { answerSaveDialog, exportBy } from "./exported.ts";
import { clickMenu, menuItem } from "./opened.ts";
import { test } from "./same-app.ts";
import { button, ended, run, setJob } from "./window.ts";

const bounds = (app: LaunchedApp) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

/** Runs the threads once, briefly. */
async function runOnce(app: LaunchedApp): Promise<void> {
  await setJob(app.page, 0.5);
  await run(app.page, "Threads");
  await ended(app.page);
}

/** Presses the window's own close button, as far as a test can. */
async function closeWindow(app: LaunchedApp): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }) => {
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.close());
  });
}

/** Counts the questions from now on, and answers each with the button of this number. */
async function countQuestions(app: LaunchedApp, response: number): Promise<() => Promise<readonly string[]>> {
  await app.electron.evaluate(({ dialog }, button) => {
    const asked: string[] = [];
    Reflect.set(globalThis, "askedQuestions", asked);
    Reflect.set(dialog, "showMessageBox", (_window: unknown, options: { message: string; detail: string }) => {
      asked.push(`${options.message}\n${options.detail}`);
      return Promise.resolve({ response: button, checkboxChecked: false });
    });
  }, response);
  return () => app.electron.evaluate(() => Reflect.get(globalThis, "askedQuestions"));
}

const hasEnded = (app: LaunchedApp): Promise<boolean> => {
  const child = app.electron.process();
  return new Promise((resolve) => {
    if (child.exitCode !== null) resolve(true);
    child.once("exit", () => resolve(true));
  });
};

withItsOwn("a window opens where it was, as large as it was, in the theme of the page and the menu", async () => {
  const data = dataFolder();
  const first = await launchApp([], data);
  await first.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 30, y: 20, width: 1_100, height: 780 }),
  );
  await expect.poll(() => bounds(first)).toMatchObject({ width: 1_100, height: 780 });
  const before = await bounds(first);
  await withItsOwn.step("the theme is one for the page and the menu", async () => {
    // The page's own media query answers as Playwright says, not as the app does.
    const isDark = () => first.electron.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors);
    await clickMenu(first, "theme.dark");
    await expect(first.page.getByRole("button", { name: /^Theme: dark/ })).toBeVisible();
    await expect.poll(isDark).toBe(true);
    await first.page.getByRole("button", { name: /^Theme: dark/ }).click();
    await expect(first.page.getByRole("button", { name: /^Theme: light/ })).toBeVisible();
    await expect.poll(() => menuItem(first, "theme.light")).toMatchObject({ checked: true });
    expect(await menuItem(first, "theme.dark")).toMatchObject({ checked: false });
    await expect.poll(isDark).toBe(false);
  });
  await withItsOwn.step("quitting asks nothing once everything was exported", async () => {
    await runOnce(first);
    await exportBy(first, "Timeline", "kept.spinscope");
    const questions = await countQuestions(first, 2);
    const end = hasEnded(first);
    await first.electron.evaluate(({ app: electronApp }) => setTimeout(() => electronApp.quit()));
    await end;
    await expect(questions()).rejects.toThrow();
    expect(first.log()).not.toContain("could not go on");
  });

  const second = await launchApp([], data);
  expect(await bounds(second)).toEqual(before);
  await expect(second.page.getByRole("button", { name: /^Theme: light/ })).toBeVisible();
  expect(await menuItem(second, "theme.light")).toMatchObject({ checked: true });
  await withItsOwn.step(
    "a signal ends the app without asking anybody, also a page that would rather stay",
    async () => {
      await runOnce(second);
      await second.page.evaluate(() => window.addEventListener("beforeunload", (event) => event.preventDefault()));
      await countQuestions(second, 2);
      const child = second.electron.process();
      const end = hasEnded(second);
      child.kill("SIGTERM");
      await end;
      expect([child.exitCode, child.signalCode]).toEqual([0, null]);
    },
  );

  const remembered = JSON.parse(readFileSync(join(data, "settings.json"), "utf8"));
  remembered.window.bounds = { x: 9_000, y: -4_000, width: 1_100, height: 780 };
  writeFileSync(join(data, "settings.json"), JSON.stringify(remembered));
  const third = await launchApp([], data);
  const there = await bounds(third);
  const area = await third.electron.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);
  expect(there?.x ?? -1).toBeGreaterThanOrEqual(area.x);
  expect((there?.x ?? 0) + 120).toBeLessThanOrEqual(area.x + area.width);
  expect(there?.y ?? -1).toBeGreaterThanOrEqual(area.y);
  await third.close();
});

withItsOwn("closed while its page still loads, the app ends without a word", async () => {
  for (let time = 0; time < 4; time++) {
    const data = dataFolder();
    const app = await electron.launch({
      args: [projectFolder, `--user-data-dir=${data}`],
      cwd: projectFolder,
      env: environment(),
    });
    await app.firstWindow();
    await app.close();
    expect(readFileSync(join(data, "logs", "main.log"), "utf8")).not.toContain("[error]");
  }
});

test("closing with a recording that is not saved asks, and Cancel keeps the window, as a save that fails does", async ({
  app,
}) => {
  await runOnce(app);
  const questions = await countQuestions(app, 2);
  await closeWindow(app);
  await expect.poll(questions).toHaveLength(1);
  expect((await questions())[0]).toContain("one-job-two-ways");
  await app.electron.evaluate(({ app: electronApp }) => setTimeout(() => electronApp.quit()));
  await expect.poll(questions).toHaveLength(2);
  // The threads' processes are still there: the next run has one.
  await runOnce(app);
  await answerSaveDialog(app, join(app.data, "no", "such", "folder.spinscope"));
  await answerQuestions(app.electron, 0);
  await closeWindow(app);
  await expect(app.page.getByText("The timeline was not saved")).toBeVisible();
  await ended(app.page);
});

test("About says the versions, and copies them", async ({ app }) => {
  const questions = await countQuestions(app, 1);
  await clickMenu(app, "about");
  await expect.poll(questions).toHaveLength(1);
  const versions = await app.electron.evaluate(() => process.versions);
  const [said] = await questions();
  for (const version of [versions.electron, versions.chrome, versions.node]) expect(said).toContain(version);
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain(`Electron ${versions.electron}`);
});

test("Help shows the log file, which is there", async ({ app }) => {
  const shown = await app.electron.evaluate(({ shell, Menu }) => {
    let path = "";
    Reflect.set(shell, "showItemInFolder", (item: string) => {
      path = item;
    });
    Menu.getApplicationMenu()?.getMenuItemById("log")?.click();
    return path;
  });
  expect(existsSync(shown)).toBe(true);
  expect(readFileSync(shown, "utf8")).toContain("Electron");
});

withItsOwn("the menu follows a run, and closing after it may save first", async ({ app }) => {
  await withItsOwn.step("it enables Run, Cancel and Stop as the run stands, and runs as the button does", async () => {
    const enabled = () =>
      app.electron.evaluate(({ Menu }) =>
        ["run", "cancel", "stop", "export.spinscope"].map(
          (id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled === true,
        ),
      );
    await setJob(app.page, 20);
    expect(await enabled()).toEqual([true, false, false, false]);
    await clickMenu(app, "run");
    await expect(button(app.page, "Stop")).toBeEnabled();
    expect(await enabled()).toEqual([false, true, true, true]);
    await clickMenu(app, "cancel");
    await expect.poll(enabled).toEqual([false, false, true, true]);
    await clickMenu(app, "stop");
    await ended(app.page);
    expect(await enabled()).toEqual([true, false, false, true]);
  });
  await withItsOwn.step("the app ends when the file is there", async () => {
    const path = join(app.data, "saved at the end.spinscope");
    await answerSaveDialog(app, path);
    await answerQuestions(app.electron, 0);
    const end = hasEnded(app);
    await closeWindow(app);
    await end;
    expect(readFileSync(path, "utf8")).toContain('"end":true');
  });
});
