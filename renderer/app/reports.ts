/** What goes wrong in the page itself: told to main's log, and to the person as a sentence where they should know. */
import { effect, type ReadonlySignal } from "@preact/signals";
import type { PageApi } from "../../core/contract/page-api.ts";
import { text } from "./language.ts";
import type { PageState } from "./state.ts";

/** Longest account that main takes, in characters. */
const longest = 4_000;

/** Reports refused resources and uncaught errors of this window, and what its timeline's worker refused, from now on. */
export function reportTroubles(
  target: Window,
  api: PageApi,
  state: PageState,
  timelineProblem: ReadonlySignal<string | undefined>,
): void {
  target.addEventListener("securitypolicyviolation", (event) => {
    const account = `${event.effectiveDirective} refused ${event.blockedURI || "inline"} at ${event.sourceFile}:${event.lineNumber}`;
    void api.request("page.report", { kind: "securitypolicyviolation", text: account.slice(0, longest) });
  });
  target.addEventListener("error", (event) => uncaught(event.error ?? event.message));
  target.addEventListener("unhandledrejection", (event) => uncaught(event.reason));

  effect(() => {
    const account = timelineProblem.value;
    if (account !== undefined) void api.request("page.report", { kind: "error", text: account.slice(0, longest) });
  });

  function uncaught(error: unknown): void {
    const account = error instanceof Error ? (error.stack ?? error.message) : String(error);
    void api.request("page.report", { kind: "error", text: account.slice(0, longest) });
    const reason = error instanceof Error ? error.message : String(error);
    state.note.value = { tone: "problem", sentence: text("problem.page", { reason }), until: "dismissed" };
  }
}
