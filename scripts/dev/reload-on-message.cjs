// Loaded into the app by `npm run dev` (Electron's `-r`) and by nothing else: a message from the parent process reloads
// its windows. The app itself knows nothing of it.
const { BrowserWindow } = require("electron");

process.on("message", (message) => {
  if (message !== "reload") return;
  for (const window of BrowserWindow.getAllWindows()) window.webContents.reloadIgnoringCache();
});
