/**
 * Loading the page. A window that is closed while its page loads cuts the load short, and the load hears of that before
 * the window is gone: no failure, and nobody is told. Nor is it one when the page's process dies meanwhile: whoever keeps
 * the page alive loads it again; nor when another load of the page takes this one's place.
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

/** Whether a load was cut short by the next one: Chromium's word for it. */
function wasSuperseded(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_ABORTED";
}

/** Resolves once the page is loaded or loaded again, its window closed, or its process dead. @throws when the protocol does not answer it */
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
    if (!died && !wasSuperseded(error) && !window.isDestroyed()) throw error;
  } finally {
    webContents.off("render-process-gone", onGone);
  }
}
