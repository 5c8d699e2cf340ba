/**
 * Loading the page. A window that is closed while its page loads cuts the load short, and the load hears of that before
 * the window is gone: no failure, and nobody is told. Nor is it one when the page's process dies meanwhile: whoever keeps
 * the page alive loads it again.
 */
import { setTimeout as delay } from "node:timers/promises";
import type { BrowserWindow } from "electron/main";
import { pageAddress } from "../security/navigation.ts";

/** How long a window that is being closed, or a death, may take to be told, ms. */
const closing = 250;

/** The part of a window that is used here. */
export interface LoadingWindow extends Pick<BrowserWindow, "loadURL" | "isDestroyed"> {
  readonly webContents: {
    once(event: "render-process-gone", listener: () => void): unknown;
    off(event: "render-process-gone", listener: () => void): unknown;
  };
}

/** Resolves once the page is loaded, its window closed, or its process dead. @throws when the protocol does not answer it */
export async function loadPage(window: LoadingWindow): Promise<void> {
  const { webContents } = window;
  let died = false;
  const onGone = (): void => {
    died = true;
  };
  webContents.once("render-process-gone", onGone);
  try {
    await window.loadURL(pageAddress);
  } catch (error) {
    await delay(closing);
    if (!died && !window.isDestroyed()) throw error;
  } finally {
    webContents.off("render-process-gone", onGone);
  }
}
