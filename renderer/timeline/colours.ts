/**
 * The tokens that the timeline draws with, read off the page as plain colours, and told again when the theme changes: a
 * worker sees no style sheet.
 */
import type { TimelineColours } from "../../core/contract/worker-protocol.ts";

/** The colours as they are now. */
export function readColours(root: Element): TimelineColours {
  const style = getComputedStyle(root);
  const token = (name: keyof TimelineColours): string => style.getPropertyValue(`--${name}`).trim();
  return {
    background: token("background"),
    surface: token("surface"),
    raised: token("raised"),
    text: token("text"),
    muted: token("muted"),
    faint: token("faint"),
    rule: token("rule"),
    threads: token("threads"),
    coroutines: token("coroutines"),
    processes: token("processes"),
    cancel: token("cancel"),
  };
}

/** Calls `changed` whenever the theme is another: by the window's own choice, or by the system's. Returns its end. */
export function watchColours(root: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(root, { attributes: true, attributeFilter: ["data-theme"] });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", changed);
  };
}
