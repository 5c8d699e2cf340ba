/**
 * What the page can do, asserted in the running app against Electron's security checklist (the numbers are its items).
 */
import { requestTypes } from "../../../core/contract/page-api.ts";
import { refusalsIn } from "../../support/hostile/watched-app.ts";
import { expect, test } from "../same-app.ts";

test("the page has nothing of Node or Electron, and of the app exactly the frozen list (2, 20)", async ({ app }) => {
  const seen = await app.page.evaluate(() => {
    const api: unknown = Reflect.get(window, "spinscope");
    const names = ["require", "process", "module", "Buffer", "global", "electron", "ipcRenderer", "__dirname"];
    const replaced = Reflect.set(window, "spinscope", {}) && Reflect.get(window, "spinscope") !== api;
    if (typeof api !== "object" || api === null) return { api: typeof api };
    return {
      found: names.filter((name) => name in window),
      keys: Object.keys(api).sort(),
      frozen: Object.isFrozen(api),
      replaced,
    };
  });
  expect(seen).toEqual({ found: [], keys: ["onEvent", "openDropped", "request"], frozen: true, replaced: false });
});

test("a request that is not on the list does not leave the page (20)", async ({ app }) => {
  const before = refusalsIn(app);
  for (const type of ["quit", "__proto__", "run.start ", "toString", "file.dropped"]) {
    const answer = await app.page.evaluate((name) => {
      const api: { request(type: string, payload: unknown): Promise<{ ok: boolean }> } = Reflect.get(
        window,
        "spinscope",
      );
      return api.request(name, {});
    }, type);
    expect(answer.ok, type).toBe(false);
  }
  expect(refusalsIn(app)).toBe(before);
  expect(requestTypes).toHaveLength(13);
});

test("the page is isolated, and every answer carries the headers (7)", async ({ app }) => {
  const answers = await app.page.evaluate(async () => {
    const found: Record<string, Record<string, string>> = {};
    for (const path of ["/index.html", "/absent", "/block?ms=0"]) {
      found[path] = Object.fromEntries((await fetch(path)).headers.entries());
    }
    return { isolated: crossOriginIsolated, found };
  });
  expect(answers.isolated).toBe(true);
  for (const headers of Object.values(answers.found)) {
    expect(headers).toMatchObject({
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    });
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
  }
});
