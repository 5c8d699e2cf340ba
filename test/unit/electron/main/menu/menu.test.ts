import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, test } from "vitest";
import type { ShownRecording } from "../../../../../core/contract/recording-state.ts";
import type { OfferedRecording } from "../../../../../core/contract/recovery-state.ts";
import type { RunState } from "../../../../../core/contract/run.ts";
import { applyMenuState, type MenuFacts, menuState } from "../../../../../electron/main/menu/menu-state.ts";
import { menuTemplate } from "../../../../../electron/main/menu/menu-template.ts";
import { isStopKey } from "../../../../../electron/main/menu/stop-key.ts";

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

function template(
  platform: NodeJS.Platform,
  packaged: boolean,
  heard: string[] = [],
  recovered: readonly OfferedRecording[] = [],
) {
  return menuTemplate({
    platform,
    packaged,
    language: "en",
    actions: {
      command: (command) => void heard.push(command),
      stop: () => void heard.push("stop"),
      exportRecording: (format) => void heard.push(`export ${format}`),
      open: () => void heard.push("open"),
      openRecent: (path) => void heard.push(`open ${path}`),
      openRecovered: (number) => void heard.push(`recovered ${number}`),
      clearRecents: () => void heard.push("clear"),
      toggleEarlier: () => void heard.push("earlier"),
      chooseTheme: (theme) => void heard.push(theme),
      showLog: () => void heard.push("log"),
      showAbout: () => void heard.push("about"),
    },
    recovered,
    recents: ["/a/one.spinscope", "/b/one.spinscope", "/b/two & three.spinscope"],
  });
}

const shown: ShownRecording = {
  number: 1,
  lesson: "one-job-two-ways",
  modes: [],
  parameters: {},
  started: "",
  events: 0,
  dropped: 0,
  errorUs: null,
  saved: false,
};

const facts = (phase: RunState["phase"], cancelled = false): MenuFacts => ({
  run: { phase, cancelled },
  recording: { shown: phase === "idle" || phase === "preparing" ? null : shown, earlier: "none" },
  theme: "dark",
});
const state = (phase: RunState["phase"], cancelled = false) => menuState(facts(phase, cancelled)).enabled;

describe("the menu", () => {
  test("lists what was recovered as long as it waits for somebody to decide", () => {
    expect(flat(template("linux", true)).find(({ id }) => id === "recovered")).toBeUndefined();
    const heard: string[] = [];
    const offer = {
      number: -3,
      lesson: "one-job-two-ways",
      started: "2026-01-31T14:05:09.000",
      events: 12,
      isPostponed: true,
    };
    const items = flat(template("linux", true, heard, [offer]));
    const item = items.find(({ id }) => id === "recovered.0");
    expect(item?.label).toBe("one-job-two-ways 2026-01-31 14-05-09, 12 events");
    Reflect.apply(item?.click ?? (() => {}), undefined, []);
    expect(heard).toEqual(["recovered -3"]);
  });

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
    const ids = [...Object.keys(state("idle")), "theme.dark", "theme.light"];
    const items = new Map(ids.map((id) => [id, { enabled: true, checked: false }]));
    applyMenuState({ getMenuItemById: (id) => items.get(id) ?? null }, menuState(facts("idle")));
    expect(items.get("theme.dark")?.checked).toBe(true);
    expect(items.get("theme.light")?.checked).toBe(false);
    expect(items.get("stop")?.enabled).toBe(false);
    expect(items.get("run")?.enabled).toBe(true);
  });
});

describe("the menu's items for what is shown", () => {
  const withEarlier = (phase: RunState["phase"], earlier: "none" | "kept" | "shown") => {
    const { run, recording, theme } = facts(phase);
    return menuState({ run, recording: { ...recording, earlier }, theme });
  };

  test("go back only where there is something to go back to, and not while a run is on", () => {
    expect(withEarlier("ended", "none").enabled.earlier).toBe(false);
    expect(withEarlier("ended", "kept").enabled.earlier).toBe(true);
    expect(withEarlier("running", "kept").enabled.earlier).toBe(false);
    expect(withEarlier("ended", "kept").checked.earlier).toBe(false);
    expect(withEarlier("ended", "shown").checked.earlier).toBe(true);
  });

  test("open a file only while no run is on", () => {
    expect([state("idle").open, state("running").open, state("ended").open]).toEqual([true, false, true]);
  });

  test("name each recent file, with its folder where two have one name, and open it", () => {
    const heard: string[] = [];
    const recents = flat(template("linux", false, heard)).filter(({ id }) => id?.startsWith("recent."));
    expect(recents.map(({ label }) => label)).toEqual([
      "/a/one.spinscope",
      "/b/one.spinscope",
      "two && three.spinscope",
      "Clear Recent Files",
    ]);
    // Electron's own arguments do not matter to any of them.
    for (const { click } of recents) Reflect.apply(click ?? (() => {}), undefined, []);
    expect(heard).toEqual(["open /a/one.spinscope", "open /b/one.spinscope", "open /b/two & three.spinscope", "clear"]);
  });

  test("have About where the platform's own menu has none", () => {
    const ids = (platform: NodeJS.Platform) => flat(template(platform, true)).map(({ id }) => id);
    expect(ids("linux")).toContain("about");
    expect(ids("darwin")).not.toContain("about");
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
