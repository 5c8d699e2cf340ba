/**
 * The peer of the benchmark `startup`: the least that is an Electron app with a window, as its documentation begins.
 */
import { join } from "node:path";
import { app, BrowserWindow } from "electron/main";

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, useContentSize: true });
  void window.loadFile(join(app.getAppPath(), "index.html"));
});
