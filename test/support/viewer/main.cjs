// A bare window on the page that it is given: what somebody else's viewer is opened in, so that tests need no browser.
const { app, BrowserWindow } = require("electron");

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1200, height: 800, webPreferences: { sandbox: true } });
  return window.loadURL(process.argv.find((argument) => argument.startsWith("http://127.0.0.1:")));
});
app.on("window-all-closed", () => app.quit());
