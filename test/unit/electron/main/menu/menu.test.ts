import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, test } from "vitest";
import type { RunState } from "../../../../../core/contract/run.ts";
import { applyMenuState, menuState } from "../../../../../electron/main/menu/menu-state.ts";
import { menuTemplate } from "../../../../../electron/main/menu/menu-template.ts";
import { isStopKey } from "../../../../../electron/main/menu/stop-key.ts";

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

function template(platform: NodeJS.Platform, packaged: boolean, heard: string[] = []) {
  return menuTemplate({
    platform,
    packaged,
    language: "en",
    actions: {
      command: (command) => void heard.push(command),
      stop: () => void heard.push("stop"),
      exportRecording: (format) => void heard.push(`export ${format}`),
      showLog: () => void heard.push("log"),
    },
  });
}

const state = (phase: RunState["phase"], cancelled = false) => menuState({ phase, cancelled });

describe("the menu", () => {
  test.each(["linux", "win32", "darwin"] as const)("on %s has a label or a role for each item", (platform) => {
    for (const item of flat(template(platform, false))) {
      expect(item.type === "separator" || item.label !== undefined || item.role !== undefined).toBe(true);
    }
  });

  test("of a packaged app offers neither developer tools nor a reload", () => {
    const roles = flat(template("linux", true)).map((item) => item.role);
    expect(roles).not.toContain("toggleDevTools");
    for (const packaged of [true, false]) {
      const all = flat(template("linux", packaged)).map((item) => item.role);
      expect(all).not.toContain("reload");
      expect(all).not.toContain("forceReload");
    }
  });

  test("gives no key to two items", () => {
    const keys = flat(template("linux", false)).flatMap((item) => item.accelerator ?? []);
    expect(keys.length).toBeGreaterThan(8);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("quits where the platform's File menu quits, and closes the window on a Mac", () => {
    const fileRoles = (platform: NodeJS.Platform) => {
      const menu = template(platform, false).find((item) => item.label === "File")?.submenu;
      return Array.isArray(menu) ? menu.map((item) => item.role) : [];
    };
    expect(fileRoles("linux")).toContain("quit");
    expect(fileRoles("darwin")).toContain("close");
  });

  test("has an item for each id whose state it follows", () => {
    const ids = flat(template("linux", false)).flatMap((item) => item.id ?? []);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(state("idle"))));
  });
});

describe("the menu's items", () => {
  test("Cancel and Stop are off before a run and after it", () => {
    expect(state("idle")).toMatchObject({ run: true, cancel: false, stop: false, "export.spinscope": false });
    expect(state("preparing")).toMatchObject({ run: false, cancel: false, stop: false });
    expect(state("running", true)).toMatchObject({ cancel: false, stop: true });
    expect(state("running")).toMatchObject({ run: false, cancel: true, stop: true, "export.spinscope": true });
    expect(state("ended")).toMatchObject({ run: true, cancel: false, stop: false, "export.trace-event": true });
  });

  test("are enabled and disabled by their ids", () => {
    const items = new Map(Object.keys(state("idle")).map((id) => [id, { enabled: true }]));
    applyMenuState({ getMenuItemById: (id) => items.get(id) ?? null }, state("idle"));
    expect(items.get("stop")?.enabled).toBe(false);
    expect(items.get("run")?.enabled).toBe(true);
  });
});

describe("Stop's key", () => {
  const key = { type: "keyDown", key: ".", control: true, meta: false, alt: false } as const;

  test("is Ctrl and full stop, Command and full stop on a Mac", () => {
    expect(isStopKey(key, false)).toBe(true);
    expect(isStopKey({ ...key, control: false, meta: true }, true)).toBe(true);
  });

  test("is nothing else", () => {
    expect(isStopKey({ ...key, control: false }, false)).toBe(false);
    expect(isStopKey({ ...key, alt: true }, false)).toBe(false);
    expect(isStopKey({ ...key, key: "," }, false)).toBe(false);
    expect(isStopKey({ ...key, type: "keyUp" }, false)).toBe(false);
    expect(isStopKey(key, true)).toBe(false);
  });
});
