/**
 * Loading the page. A window that is closed while its page loads cuts the load short, and the load hears of that before
 * the window is gone: no failure, and nobody is told.
 */
import { setTimeout as delay } from "node:timers/promises";
import type { BrowserWindow } from "electron/main";
import { pageAddress } from "../security/navigation.ts";

/** How long a window that is being closed may take to be gone, ms. */
const closing = 250;

/** Resolves once the page is loaded, or its window is closed. @throws when the protocol does not answer it */
export async function loadPage(window: Pick<BrowserWindow, "loadURL" | "isDestroyed">): Promise<void> {
  try {
    await window.loadURL(pageAddress);
  } catch (error) {
    await delay(closing);
    if (!window.isDestroyed()) throw error;
  }
}
