/**
 * What a packaged app may be started with (Electron's checklist item 19 and what the fuses leave open). Chromium knows some
 * thousand switches: among them are such as write files, open ports, wait for a debugger or run a command in place of a
 * process of the app. So those are named that a person has a reason to use, and all others are refused. What Chromium does
 * before any of our code runs can't be refused: it may have begun its log, or be waiting for a debugger.
 */

const allowed: ReadonlySet<string> = new Set([
  // Ours.
  "demo",
  // Where the data are, and in what language and size the window speaks.
  "user-data-dir",
  "lang",
  "force-device-scale-factor",
  "force-renderer-accessibility",
  // Machines whose graphics or display server makes trouble.
  "disable-gpu",
  "disable-software-rasterizer",
  "use-gl",
  "use-angle",
  "ozone-platform",
  "ozone-platform-hint",
  "enable-wayland-ime",
  "force-color-profile",
  // Containers, and systems without user namespaces.
  "no-sandbox",
  "disable-dev-shm-usage",
  // The person's keyring need not be asked.
  "password-store",
  // What is written to standard error.
  "log-level",
]);

/**
 * The first switch that a packaged app does not start with; undefined when there is none, or the app is not packaged.
 * `words`: what stands after the program. `slash`: whether words that begin with a slash are switches, as on Windows.
 */
export function refusedSwitch(packaged: boolean, words: readonly string[], slash: boolean): string | undefined {
  if (!packaged) return undefined;
  const form = slash ? /^(?:--?|\/)([^=]+)/ : /^--?([^=]+)/;
  const end = words.indexOf("--");
  for (const word of end < 0 ? words : words.slice(0, end)) {
    const name = form.exec(word)?.[1];
    if (name !== undefined && !allowed.has(name.toLowerCase())) return name;
  }
  return undefined;
}
