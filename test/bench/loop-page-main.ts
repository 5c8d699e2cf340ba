/**
 * Main of the app that measures the loop in a page: one window, and its figures printed as one line of JSON.
 */
import { join } from "node:path";
import { app, BrowserWindow, ipcMain } from "electron/main";

async function run(): Promise<void> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { preload: join(__dirname, "loop-page-preload.cjs"), sandbox: false, backgroundThrottling: false },
  });
  await window.loadURL("about:blank");
  const done = new Promise<unknown>(
    (resolve) => void ipcMain.once("figures", (_event, figures: unknown) => resolve(figures)),
  );
  window.webContents.send("measure", Number(app.commandLine.getSwitchValue("rounds")));
  process.stdout.write(`${JSON.stringify(await done)}\n`);
}

app
  .whenReady()
  .then(run)
  .then(
    () => app.exit(0),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      app.exit(1);
    },
  );
