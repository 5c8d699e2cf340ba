import { describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "../../../../../electron/main/security/content-security-policy.ts";

const directives = new Map(
  contentSecurityPolicy.split("; ").map((directive) => {
    const [name = "", ...values] = directive.split(" ");
    return [name, values.join(" ")];
  }),
);

describe("the content security policy", () => {
  test("allows nothing unsafe, no scheme and no wildcard", () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe|data:|blob:|https?:|\*/);
  });

  test("allows nothing by default, and our own origin for what the page is made of", () => {
    expect(directives.get("default-src")).toBe("'none'");
    for (const kind of ["script", "style", "font", "img", "worker", "connect"]) {
      expect(directives.get(`${kind}-src`)).toBe("'self'");
    }
  });

  test("takes script addresses only from the one named Trusted Types policy", () => {
    expect(directives.get("require-trusted-types-for")).toBe("'script'");
    expect(directives.get("trusted-types")).toBe("spinscope-worker");
  });

  test("has a sandbox that lets scripts run in their origin, and open nothing: no dialog, form, window or download", () => {
    expect(directives.get("sandbox")).toBe("allow-scripts allow-same-origin");
  });

  test("lets nobody frame the page, and the page send no form and move its base", () => {
    for (const name of ["frame-ancestors", "form-action", "base-uri"]) expect(directives.get(name)).toBe("'none'");
  });
});
