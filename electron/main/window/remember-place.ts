/**
 * The window's place, brought back at its making and remembered at its closing.
 */
import { type BrowserWindow, screen } from "electron/main";
import type { JsonFile } from "../settings/json-file.ts";
import type { Settings } from "../settings/settings.ts";
import { boundsOnDisplay, windowPlace } from "./window-place.ts";

/** Puts `window`, which is still hidden, where it was when the app ended, and remembers where it is from now on. */
export function rememberPlace(window: BrowserWindow, settings: JsonFile<Settings>): void {
  const place = settings.value.window;
  if (place !== undefined) {
    const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
    const bounds = boundsOnDisplay(place.bounds, areas);
    if (bounds !== undefined) window.setBounds(bounds);
    if (place.isMaximized) window.once("ready-to-show", () => window.maximize());
  }
  window.on("close", () => {
    const place = windowPlace(window.getNormalBounds(), window.isMaximized());
    settings.change((remembered) => ({ ...remembered, window: place }));
  });
}
