/** The page's way to main: what the preload script has put on the window, or nothing outside the app. */
import type { PageApi } from "../../core/contract/page-api.ts";

declare global {
  interface Window {
    readonly spinscope?: PageApi;
  }
}

/** Main's API in this window; undefined when the page was opened by something other than Spinscope. */
export function bridgeOf(window: Window): PageApi | undefined {
  return window.spinscope;
}
