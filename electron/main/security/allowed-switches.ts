/**
 * A packaged app is not driven from outside: Electron's fuses stop `--inspect` but not Chromium's own remote debugging
 * (Electron's checklist item 19 and what the fuses leave open), so the app itself refuses to start with it.
 */

const refused: readonly string[] = [
  "remote-debugging-port",
  "remote-debugging-pipe",
  "remote-debugging-address",
  "inspect",
  "inspect-brk",
  "inspect-port",
  "js-flags",
];

/** The first switch that a packaged app refuses; `undefined` when there is none, or the app is not packaged. */
export function refusedSwitch(packaged: boolean, hasSwitch: (name: string) => boolean): string | undefined {
  return packaged ? refused.find(hasSwitch) : undefined;
}
