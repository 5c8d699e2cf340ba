/**
 * The clipboard belongs to the person. The asynchronous API asks for a permission, which no page gets; the old
 * `execCommand` asks nobody, and Electron lets every page read by it (until version 34 without an option). So it is
 * switched off for scripts where Chromium decides it. Keys and the menu are no scripts: copy and paste by them go on.
 */

/** Chromium's switch, and its value, by which no script pastes, and none copies unless a person has just pressed something. */
export const noScriptedClipboard = [
  "blink-settings",
  "DOMPasteAllowed=false,javaScriptCanAccessClipboard=false",
] as const;
