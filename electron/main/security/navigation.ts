/**
 * The window shows one page for ever: it goes nowhere else, no frame goes anywhere, no window opens, nothing is
 * embedded, and a page does not hold up its own closing. Electron's checklist items 11 and 12 (webview), 13 (navigation),
 * 14 (new windows), 15 (no openExternal: a link to elsewhere does nothing).
 */
import type { WebContents } from "electron";
import { pageOrigin } from "../../../core/contract/page-api.ts";

/** The page's address. */
export const pageAddress = `${pageOrigin}/index.html`;

/** Whether a frame may go to `address`: the page to itself (a reload), and nothing else. */
export function mayNavigate(address: string, mainFrame: boolean): boolean {
  return mainFrame && address === pageAddress;
}

/** Keeps these web contents where they are. To be called for all that are ever created. */
export function refuseNavigation(contents: WebContents, onRefused: (reason: string) => void): void {
  contents.on("will-frame-navigate", (details) => {
    if (mayNavigate(details.url, details.isMainFrame)) return;
    details.preventDefault();
    onRefused(`navigation to ${details.url.slice(0, 200)}`);
  });
  contents.on("will-redirect", (details) => {
    details.preventDefault();
    onRefused(`redirect to ${details.url.slice(0, 200)}`);
  });
  contents.on("will-attach-webview", (event) => {
    event.preventDefault();
    onRefused("a webview");
  });
  // Whether to ask before closing is main's to decide: a page that was taken over would never let its window go.
  contents.on("will-prevent-unload", (event) => {
    event.preventDefault();
    onRefused("to be kept open");
  });
  contents.setWindowOpenHandler(({ url }) => {
    onRefused(`a new window for ${url.slice(0, 200)}`);
    return { action: "deny" };
  });
}

/**
 * Brings the window's page back from an address that needs no asking: Chromium goes to about:blank by itself. What
 * stands there is not heard by the door, which knows one address.
 */
export function returnToPage(contents: WebContents, onRefused: (reason: string) => void): void {
  contents.on("did-navigate", (_event, address) => {
    if (mayNavigate(address, true)) return;
    onRefused(`navigation to ${address.slice(0, 200)}`);
    // Cut short by the next load, or by the page's death: whoever keeps the page alive sees to that.
    contents.loadURL(pageAddress).catch(() => {});
  });
}
