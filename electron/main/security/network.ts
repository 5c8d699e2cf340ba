/**
 * The page reaches nothing but its own origin (Electron's checklist item 1). The Content Security Policy already
 * says so; this holds for what a policy does not cover, and it holds for file:// (item 18). The app itself needs no
 * network either, so that no host's name is looked up at all.
 */
import type { Session, WebContents } from "electron";
import { pageOrigin } from "../../../core/contract/page-api.ts";

/** Whether a request may leave the page. `devtools`: the developer tools' own files are let through. */
export function mayRequest(address: string, devtools: boolean): boolean {
  if (address.startsWith(`${pageOrigin}/`)) return true;
  return devtools && address.startsWith("devtools://");
}

/** Chromium's switch, and its value, by which no host has an address: also none that is only prefetched or preconnected. */
export const noHosts = ["host-resolver-rules", "MAP * ~NOTFOUND"] as const;

/** Lets these web contents send no datagram: WebRTC asks neither the Content Security Policy nor the session. */
export function refuseDatagrams(contents: Pick<WebContents, "setWebRTCIPHandlingPolicy">): void {
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
}

/** Cancels requests to anywhere else, and downloads. */
export function refuseNetwork(session: Session, devtools: boolean, onRefused: (reason: string) => void): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !mayRequest(details.url, devtools);
    if (cancel) onRefused(`request to ${details.url.slice(0, 200)}`);
    answer({ cancel });
  });
  session.on("will-download", (event, item) => {
    event.preventDefault();
    onRefused(`download of ${item.getURL().slice(0, 200)}`);
  });
}
