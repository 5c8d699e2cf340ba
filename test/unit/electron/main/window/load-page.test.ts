import { EventEmitter } from "node:events";
import { describe, expect, test } from "vitest";
import { loadPage } from "../../../../../electron/main/window/load-page.ts";

const window = (loads: boolean, isGone: boolean, dies = false, failure = new Error("ERR_FAILED (-2)")) => {
  const webContents = new EventEmitter();
  return {
    webContents,
    loadURL: () => {
      if (dies) webContents.emit("render-process-gone");
      return loads ? Promise.resolve() : Promise.reject(failure);
    },
    isDestroyed: () => isGone,
  };
};

describe("loading the page", () => {
  test("is done when the page is there", async () => {
    await expect(loadPage(window(true, false))).resolves.toBeUndefined();
  });

  test("fails when the page can't be had", async () => {
    await expect(loadPage(window(false, false))).rejects.toThrow("ERR_FAILED");
  });

  test("is no failure when the page's process died meanwhile, and leaves no listener behind", async () => {
    const dying = window(false, false, true);
    await expect(loadPage(dying)).resolves.toBeUndefined();
    expect(dying.webContents.listenerCount("render-process-gone")).toBe(0);
  });

  test("is no failure when the page is loaded again meanwhile", async () => {
    const superseded = Object.assign(new Error("ERR_ABORTED (-3) loading"), { code: "ERR_ABORTED" });
    await expect(loadPage(window(false, false, false, superseded))).resolves.toBeUndefined();
  });

  test("is no failure when the window was closed meanwhile", async () => {
    await expect(loadPage(window(false, true))).resolves.toBeUndefined();
  });
});
