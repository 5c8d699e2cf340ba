/**
 * The one window: its size, its page, shown when that is ready to be seen. What its page may do is said in security/.
 */
import { nativeImage } from "electron/common";
import { BrowserWindow, nativeTheme, screen } from "electron/main";
import { webPreferences } from "../security/web-preferences.ts";
import { windowBackground } from "./background.ts";
import { firstSize } from "./window-place.ts";

export interface WindowOptions {
  readonly title: string;
  /** Absolute path of the preload script. */
  readonly preload: string;
  readonly packaged: boolean;
  /** Absolute path of its picture, for systems where a window brings its own; elsewhere it is the program's. */
  readonly icon: string;
}

/** Makes the window, hidden until its page is ready. Sizes in CSS pixels. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: options.title,
    ...firstSize(screen.getPrimaryDisplay().workArea),
    useContentSize: true,
    show: false,
    backgroundColor: windowBackground(nativeTheme.shouldUseDarkColors),
    // A picture that is missing is an empty one, and no reason not to open.
    ...(process.platform === "linux" ? { icon: nativeImage.createFromPath(options.icon) } : {}),
    webPreferences: webPreferences(options.preload, options.packaged),
  });
  window.once("ready-to-show", () => window.show());
  nativeTheme.on("updated", () => {
    if (!window.isDestroyed()) window.setBackgroundColor(windowBackground(nativeTheme.shouldUseDarkColors));
  });
  return window;
}

/** Brings the window before the person's eyes. */
export function bringForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
