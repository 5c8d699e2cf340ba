import { EventEmitter } from "node:events";
import { beforeEach, describe, expect, test } from "vitest";
import { refuseNavigation, returnToPage } from "../../../../../electron/main/security/navigation.ts";

/** Web contents as far as they are asked here. */
class FakeContents extends EventEmitter {
  readonly loaded: string[] = [];
  opening: ((details: { url: string }) => unknown) | undefined;

  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.opening = handler;
  }

  loadURL(address: string): Promise<void> {
    this.loaded.push(address);
    return Promise.resolve();
  }

  /** Tells of something that can be prevented; gives whether it was. */
  tell(name: string, details: object): boolean {
    let isPrevented = false;
    const event = { ...details, preventDefault: () => (isPrevented = true) };
    this.emit(name, event);
    return isPrevented;
  }
}

let contents: FakeContents;
let refusals: string[];
beforeEach(() => {
  contents = new FakeContents();
  refusals = [];
  for (const rule of [refuseNavigation, returnToPage]) {
    Reflect.apply(rule, undefined, [contents, (reason: string) => refusals.push(reason)]);
  }
});

describe("web contents", () => {
  test("go nowhere but to the page again (13)", () => {
    const page = "app://spinscope/index.html";
    expect(contents.tell("will-frame-navigate", { url: page, isMainFrame: true })).toBe(false);
    for (const [url, isMainFrame] of [
      ["https://example.org/", true],
      ["file:///etc/passwd", true],
      [page, false],
    ]) {
      expect(contents.tell("will-frame-navigate", { url, isMainFrame }), String(url)).toBe(true);
    }
    expect(refusals).toHaveLength(3);
  });

  test("follow no redirect, not even to the page (13)", () => {
    expect(contents.tell("will-redirect", { url: "app://spinscope/index.html" })).toBe(true);
    expect(refusals).toEqual(["redirect to app://spinscope/index.html"]);
  });

  test("embed nothing and open nothing (11, 12, 14)", () => {
    expect(contents.tell("will-attach-webview", {})).toBe(true);
    expect(contents.opening?.({ url: "app://spinscope/index.html" })).toEqual({ action: "deny" });
  });

  test("are closed also when the page would rather stay", () => {
    expect(contents.tell("will-prevent-unload", {})).toBe(true);
  });

  test("come back from where they went without asking (13)", () => {
    contents.emit("did-navigate", {}, "about:blank");
    contents.emit("did-navigate", {}, "app://spinscope/index.html");
    expect(contents.loaded).toEqual(["app://spinscope/index.html"]);
  });
});
