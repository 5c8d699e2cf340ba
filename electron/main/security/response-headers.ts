/**
 * The headers of every answer of the app's protocol, refusals included. COOP and COEP isolate the page
 * (`crossOriginIsolated`), which gives it a `performance.now()` of 5 µs instead of 100.
 */
import { contentSecurityPolicy } from "./content-security-policy.ts";

/** All headers of an answer whose body is of `contentType`. */
export function responseHeaders(contentType: string): Record<string, string> {
  return {
    "Content-Type": contentType,
    "Content-Security-Policy": contentSecurityPolicy,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
  };
}
