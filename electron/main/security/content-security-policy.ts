/**
 * The Content Security Policy of every answer (Electron's checklist item 7): all from our own origin, nothing
 * inline, no code from text, no script address that did not pass the one named Trusted Types policy, and no dialog.
 */

/** The Trusted Types policy that the page may create: it lets through the timeline worker's address only. */
export const workerPolicyName = "spinscope-worker";

const directives: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  `trusted-types ${workerPolicyName}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // No modal dialog, printing above all, which no preference and no handler of Electron's refuses; no form, window,
  // download or pointer lock either. The origin is kept: without one there would be no worker and no isolation.
  "sandbox allow-scripts allow-same-origin",
];

export const contentSecurityPolicy = directives.join("; ");
