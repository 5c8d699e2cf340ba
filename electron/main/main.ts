/**
 * The app's entry: what must happen before Electron is ready, then the app itself.
 */
import { app, protocol } from "electron/main";
import { openApplication } from "./app/application.ts";
import { appArguments } from "./app/command-line.ts";
import { logError, logInfo, logWarning } from "./app/log.ts";
import { places } from "./app/places.ts";
import { secureSession } from "./app/secure-session.ts";
import { schemePrivileges } from "./security/app-protocol.ts";
import { refusedSwitch } from "./security/debugging-switches.ts";
import { Refusals } from "./security/refusals.ts";

function fail(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  logError(text);
  process.stderr.write(`Spinscope could not go on: ${text}\n`);
  app.exit(1);
}

async function start(): Promise<void> {
  await app.whenReady();
  logInfo(`Spinscope ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform}`);
  const refusals = new Refusals(logWarning);
  secureSession(places.page(), refusals);
  const application = await openApplication(refusals);
  if (!appArguments(process.argv).demo) return;
  const { runDemo } = await import("./demo/demo.ts");
  app.exit(await runDemo(application, places.demo()));
}

process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);
const refused = refusedSwitch(app.isPackaged, (name) => app.commandLine.hasSwitch(name));
if (refused !== undefined) {
  process.stderr.write(`Spinscope does not start with --${refused}: a packaged app can't be debugged from outside.\n`);
  app.exit(1);
} else {
  protocol.registerSchemesAsPrivileged([schemePrivileges]);
  app.on("window-all-closed", () => app.quit());
  start().catch(fail);
}
