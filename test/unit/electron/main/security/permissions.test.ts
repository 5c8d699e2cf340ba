import { expect, test } from "vitest";
import { refusePermissions } from "../../../../../electron/main/security/permissions.ts";

test("every permission and device is refused, asked for or checked", () => {
  const answers: unknown[] = [];
  let asked = (_contents: unknown, _permission: string, _answer: (granted: boolean) => void): void => {};
  let checked = (): boolean => true;
  let device = (): boolean => true;
  let display = (_request: unknown, _answer: (streams: object) => void): void => {};
  refusePermissions({
    setPermissionRequestHandler: (handler) => {
      asked = handler;
    },
    setPermissionCheckHandler: (handler) => {
      checked = handler;
    },
    setDevicePermissionHandler: (handler) => {
      device = handler;
    },
    setDisplayMediaRequestHandler: (handler) => {
      display = handler;
    },
  });
  for (const permission of ["media", "notifications", "clipboard-read", "openExternal"]) {
    asked(undefined, permission, (granted) => answers.push(granted));
  }
  display(undefined, (streams) => answers.push(streams));
  expect(answers).toEqual([false, false, false, false, {}]);
  expect([checked(), device()]).toEqual([false, false]);
});
