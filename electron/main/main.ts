/**
 * The app's entry: what must happen before Electron is ready, then the app itself.
 */
import { app, protocol } from "electron/main";
import { translate } from "../../core/i18n/index.ts";
import { prepareAboutPanel } from "./app/about.ts";
import { openApplication } from "./app/application.ts";
import { AskedFiles } from "./app/asked-files.ts";
import { appArguments } from "./app/command-line.ts";
import { endBeforeStart, failWith } from "./app/fail.ts";
import { logInfo, logWarning } from "./app/log.ts";
import { places } from "./app/places.ts";
import { secureSession } from "./app/secure-session.ts";
import { isFirstInstance, onLaterInstance } from "./app/single-instance.ts";
import { suspendedInstance, whyNotWritable } from "./app/why-not-started.ts";
import { refusedSwitch } from "./security/allowed-switches.ts";
import { schemePrivileges } from "./security/app-protocol.ts";
import { noScriptedClipboard } from "./security/clipboard.ts";
import { noHosts } from "./security/network.ts";
import { refuseStorage } from "./security/page-storage.ts";
import { Refusals } from "./security/refusals.ts";
import { bringForward } from "./window/window.ts";

const { demo, file } = appArguments(process.argv, process.cwd(), app.getAppPath());
const fail = failWith(demo);
const refused = refusedSwitch(app.isPackaged, process.argv.slice(1), process.platform === "win32");
const asked = new AskedFiles();
let comeForward = (): void => {};

async function start(): Promise<void> {
  await app.whenReady();
  logInfo(`Spinscope ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform}`);
  prepareAboutPanel();
  const refusals = new Refusals(logWarning);
  secureSession(places.page(), refusals);
  const application = await openApplication(refusals, !demo);
  if (demo) {
    const { runDemo } = await import("./demo/demo.ts");
    app.exit(await runDemo(application, places.demo()));
    return;
  }
  comeForward = () => bringForward(application.window);
  await application.pageReady;
  asked.openWith((path) => void application.open(path));
}

/** Why the app can't begin, as a sentence; undefined when it can. */
function whyNotStarted(): string | undefined {
  if (refused !== undefined) return translate("en", "problem.start.switch", { name: refused });
  const folder = app.getPath("userData");
  const reason = whyNotWritable(folder);
  if (reason !== undefined) return translate("en", "problem.start.data", { folder, reason });
  const pid = demo ? undefined : suspendedInstance(folder);
  return pid === undefined ? undefined : translate("en", "problem.start.suspended", { pid });
}

process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);
const obstacle = whyNotStarted();
if (obstacle !== undefined) {
  // With a switch that is refused nothing more of Chromium must begin.
  endBeforeStart(obstacle, demo || refused !== undefined).catch(fail);
} else if (!demo && !isFirstInstance(file)) {
  app.quit();
} else {
  protocol.registerSchemesAsPrivileged([schemePrivileges]);
  app.commandLine.appendSwitch(...noHosts);
  app.commandLine.appendSwitch(...noScriptedClipboard);
  refuseStorage(app.getPath("sessionData"));
  app.on("window-all-closed", () => app.quit());
  onLaterInstance((later) => {
    comeForward();
    if (later !== undefined) asked.ask(later);
  });
  // A Mac tells of files by this event, also of the one that it was started for.
  app.on("open-file", (event, path) => {
    event.preventDefault();
    asked.ask(path);
  });
  if (file !== undefined) asked.ask(file);
  start().catch(fail);
}
