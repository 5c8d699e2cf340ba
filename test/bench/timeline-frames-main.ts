/**
 * Main of the timeline benchmark's app: a page that measures, and its rounds printed as one line of JSON.
 */
import { join } from "node:path";
import { app, BrowserWindow, ipcMain } from "electron/main";

app.commandLine.appendSwitch("js-flags", "--expose-gc");

async function run(): Promise<void> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      preload: join(__dirname, "timeline-frames-preload.cjs"),
      sandbox: false,
      backgroundThrottling: false,
    },
  });
  await window.loadURL("about:blank");
  const done = new Promise<unknown>(
    (resolve) => void ipcMain.once("rounds", (_event, rounds: unknown) => resolve(rounds)),
  );
  const [events, rounds] = ["events", "rounds"].map((name) => Number(app.commandLine.getSwitchValue(name)));
  window.webContents.send("measure", { events, rounds });
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
