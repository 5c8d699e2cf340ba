/**
 * No page gets any permission: camera, notifications, clipboard reading, devices, … (Electron's checklist item 5).
 * Spinscope needs none; a later need is one name added here, with its reason.
 */

/** The part of Electron's `Session` that grants: named by hand, so that a test can stand in for it. */
export interface Grants {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(handler: () => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  setDisplayMediaRequestHandler(handler: (request: unknown, answer: (streams: object) => void) => void): void;
}

/** Refuses every permission, asked for or checked, and every device. */
export function refusePermissions(session: Grants): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}
