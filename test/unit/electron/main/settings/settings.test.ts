import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSettings } from "../../../../../electron/main/settings/settings.ts";
import { ThemeDesk } from "../../../../../electron/main/settings/theme-desk.ts";

let folder: string;
let problems: string[];
const path = (): string => join(folder, "settings.json");
const open = () => openSettings(path(), (problem) => problems.push(problem));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spinscope-settings-"));
  problems = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the app's settings", () => {
  test("are as the system's at the first start, and complain of nothing", () => {
    expect(open().value).toEqual({ theme: "system" });
    expect(problems).toEqual([]);
  });

  test("are remembered whole, with nothing beside them", () => {
    const window = { bounds: { x: -5, y: 20, width: 1_100, height: 720 }, isMaximized: true };
    open().change(() => ({ theme: "dark", window }));
    expect(open().value).toEqual({ theme: "dark", window });
    expect(readdirSync(folder)).toEqual(["settings.json"]);
  });

  test.each([
    "",
    "{",
    '{"theme":"pink"}',
    '{"theme":"dark","window":{"bounds":{"x":0,"y":0,"width":-1,"height":1},"isMaximized":false}}',
  ])("that are spoilt (%s) are not used, and said", (text) => {
    writeFileSync(path(), text);
    expect(open().value).toEqual({ theme: "system" });
    expect(problems).toHaveLength(1);
  });

  test("that can't be written hold until the app ends, and are said", () => {
    mkdirSync(path());
    const settings = open();
    settings.change(() => ({ theme: "light" }));
    expect(settings.value).toEqual({ theme: "light" });
    expect(problems.at(-1)).toContain("can't be written");
  });
});

describe("the theme", () => {
  test("is applied at the start and at each choice, and written when it changes", () => {
    const applied: string[] = [];
    const desk = new ThemeDesk(open(), (theme) => applied.push(theme));
    desk.choose("dark");
    const written = readFileSync(path(), "utf8");
    rmSync(path());
    desk.choose("dark");
    expect(readdirSync(folder)).toEqual([]);
    expect(JSON.parse(written)).toEqual({ theme: "dark" });
    expect(applied).toEqual(["system", "dark", "dark"]);
  });
});
