/**
 * The rules of security/ applied: to the session, to the protocol, and to all web contents that are ever made.
 */
import { app, session } from "electron/main";
import { answerFrom, scheme } from "../security/app-protocol.ts";
import { refuseNavigation } from "../security/navigation.ts";
import { refuseDatagrams, refuseNetwork } from "../security/network.ts";
import { refusePermissions } from "../security/permissions.ts";
import type { Refusals } from "../security/refusals.ts";
import { listServedFiles } from "../security/served-files.ts";

/** To be called once the app is ready and before any window is made. `page`: the folder of the built page. */
export function secureSession(page: string, refusals: Refusals): void {
  const own = session.defaultSession;
  refusePermissions(own);
  refuseNetwork(own, !app.isPackaged, refusals.note);
  own.setSpellCheckerEnabled(false);
  own.protocol.handle(scheme, answerFrom(listServedFiles(page)));
  app.on("web-contents-created", (_event, contents) => {
    refuseNavigation(contents, refusals.note);
    refuseDatagrams(contents);
  });
}
