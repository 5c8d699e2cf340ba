import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { refuseStorage } from "../../../../../electron/main/security/page-storage.ts";

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "spinscope-storage-"));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

test("a file stands where Chromium would have its database of storages, also in a folder that is not there yet", () => {
  const folder = join(data, "new", "profile");
  refuseStorage(folder);
  expect(statSync(join(folder, "WebStorage")).isFile()).toBe(true);
});

test("what a page has stored before goes, and what is the app's stays", () => {
  mkdirSync(join(data, "WebStorage", "1"), { recursive: true });
  mkdirSync(join(data, "IndexedDB", "app_spinscope_0.indexeddb.leveldb"), { recursive: true });
  mkdirSync(join(data, "recordings"));
  writeFileSync(join(data, "settings.json"), "{}");
  refuseStorage(data);
  expect(statSync(join(data, "WebStorage")).isFile()).toBe(true);
  expect(existsSync(join(data, "IndexedDB"))).toBe(false);
  expect(existsSync(join(data, "recordings"))).toBe(true);
  expect(readFileSync(join(data, "settings.json"), "utf8")).toBe("{}");
});

test("a second start leaves the file as it is", () => {
  writeFileSync(join(data, "WebStorage"), "as it was");
  refuseStorage(data);
  expect(readFileSync(join(data, "WebStorage"), "utf8")).toBe("as it was");
});
