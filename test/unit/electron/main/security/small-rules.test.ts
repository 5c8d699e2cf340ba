import { describe, expect, test } from "vitest";
import { refusedSwitch } from "../../../../../electron/main/security/allowed-switches.ts";
import { mayNavigate } from "../../../../../electron/main/security/navigation.ts";
import { mayRequest } from "../../../../../electron/main/security/network.ts";
import { Refusals } from "../../../../../electron/main/security/refusals.ts";
import { utilityEnvironment } from "../../../../../electron/main/security/utility-environment.ts";
import { webPreferences } from "../../../../../electron/main/security/web-preferences.ts";

describe("navigation", () => {
  test("lets the page go to itself, and nowhere else", () => {
    expect(mayNavigate("app://spinscope/index.html", true)).toBe(true);
    for (const address of ["app://spinscope/", "app://other/index.html", "https://example.org/", "file:///", ""]) {
      expect(mayNavigate(address, true), address).toBe(false);
    }
  });

  test("lets no inner frame go anywhere", () => {
    expect(mayNavigate("app://spinscope/index.html", false)).toBe(false);
  });
});

describe("requests", () => {
  test("reach our own origin only", () => {
    expect(mayRequest("app://spinscope/index.js", false)).toBe(true);
    for (const address of ["app://spinscope.example/x", "https://example.org/", "file:///etc/passwd", "ws://a/"]) {
      expect(mayRequest(address, true), address).toBe(false);
    }
  });

  test("let the developer tools load themselves, unless the app is packaged", () => {
    expect(mayRequest("devtools://devtools/bundled/x.js", true)).toBe(true);
    expect(mayRequest("devtools://devtools/bundled/x.js", false)).toBe(false);
  });
});

describe("a packaged app", () => {
  const refused = (...words: string[]) => refusedSwitch(true, words, false);

  test("starts with what a person has a reason to use, and with any file", () => {
    const words = [
      "--demo",
      "--user-data-dir=/data/x",
      "--no-sandbox",
      "--disable-gpu",
      "--lang=ko",
      "a.spinscope",
      "-",
    ];
    expect(refused(...words)).toBeUndefined();
    expect(refused("--", "--log-file=x.spinscope")).toBeUndefined();
  });

  test("starts with no other switch of Chromium's thousand, however it is written", () => {
    for (const name of [
      "remote-debugging-port",
      "remote-debugging-socket-name",
      "inspect",
      "js-flags",
      "log-file",
      "ssl-key-log-file",
      "trace-startup",
      "log-net-log",
      "wait-for-debugger",
      "wait-for-debugger-children",
      "gpu-launcher",
      "renderer-cmd-prefix",
      "no-such-switch",
    ]) {
      expect(refused("--disable-gpu", `--${name}=x`), name).toBe(name);
      expect(refused(`-${name}`), name).toBe(name);
    }
    expect(refused("--LOG-FILE=x")).toBe("LOG-FILE");
    expect(refusedSwitch(true, ["/log-file=x"], true)).toBe("log-file");
    expect(refusedSwitch(true, ["/files/a.spinscope"], false)).toBeUndefined();
  });

  test("is stricter than one in development, which tests must be able to drive", () => {
    expect(refusedSwitch(false, ["--remote-debugging-port=0"], false)).toBeUndefined();
    expect(webPreferences("preload.cjs", true).devTools).toBe(false);
  });
});

describe("the page's preferences", () => {
  test("are written out also where Electron does not tell them again", () => {
    expect(webPreferences("preload.cjs", false)).toMatchObject({
      nodeIntegrationInWorker: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
    });
  });
});

describe("a utility process", () => {
  test("gets the names on the list and nothing else of the environment", () => {
    const own = { LANG: "de_DE.UTF-8", NPM_TOKEN: "secret", NODE_OPTIONS: "--require=x", TZ: undefined };
    expect(utilityEnvironment(own)).toEqual({ SPINSCOPE_UTILITY: "1", LANG: "de_DE.UTF-8" });
  });
});

describe("refusals", () => {
  test("all count, while the log of a flood stays bounded", () => {
    const lines: string[] = [];
    const refusals = new Refusals((line) => lines.push(line));
    for (let i = 0; i < 5_000; i++) refusals.note(`request ${i}`);
    expect(refusals.count).toBe(5_000);
    expect(lines.length).toBeLessThan(310);
    expect(lines.at(-1)).toContain("5000 so far");
  });
});
