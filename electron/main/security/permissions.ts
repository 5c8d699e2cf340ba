/**
 * No page gets any permission: camera, notifications, clipboard reading, devices, … (Electron's checklist item 5).
 * Spinscope needs none; a later need is one name added here, with its reason.
 */
import type { Session } from "electron";

/** Refuses every permission, asked for or checked, and every device. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}
